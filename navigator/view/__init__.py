"""The views: what each template receives, as documented frozen values. A template looks nothing up."""
