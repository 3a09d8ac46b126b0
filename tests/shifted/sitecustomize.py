"""Loaded by each Python that has this directory on its path: shifts its clock, not its files'."""

import os
import time

import time_machine

time_machine.travel(time.time() + float(os.environ["TESTS_SHIFT"])).start()
