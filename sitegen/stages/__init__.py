"""The stages: functions from values to values. No stage imports another; `pipeline.py` knows the order."""
