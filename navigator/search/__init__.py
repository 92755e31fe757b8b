"""Search: what can be found, the index that the browser loads, and the same answer on the command line."""
