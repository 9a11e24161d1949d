"""Safe repairs of what editors write: the form changes, what is said stays. Used by `sitegen fix`."""
