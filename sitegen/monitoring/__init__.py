"""What is due in a column that is open to the public, and what is overdue: computed from the linked Site.

Rules turn it into findings, the inspection report into pages. Nothing here judges how grave anything is.
"""
