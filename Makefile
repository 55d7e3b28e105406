# For developers; everything is done by start.py, which does its own set-up.
PYTHON ?= python3
COMMANDS = run test lint types layers check bench fuzz tour setup words lock help

.PHONY: $(COMMANDS)
.DEFAULT_GOAL = help

$(COMMANDS):
	@$(PYTHON) start.py $@ $(ARGS)
