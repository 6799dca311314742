#!/usr/bin/env python
"""Django's entry point."""

import os
import sys

from django.core.management import execute_from_command_line

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    # A checkout without a secret is nobody's production: commands there run as in the demo.
    if "SECRET_KEY" not in os.environ:
        os.environ.setdefault("CONCORDAT_MODE", "demo")
    execute_from_command_line(sys.argv)
