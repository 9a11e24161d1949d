"""What the law says about disclosure, as pure functions: no files, no clock, no site."""
