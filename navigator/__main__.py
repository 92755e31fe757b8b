import gc

gc.disable()  # a short life in which all that is read stays to the end: looking for garbage would take a third of it

from navigator.cli import main  # noqa: E402

raise SystemExit(main())
