"""`python -m toetsingskader`."""

import sys

from toetsingskader.cli import main

sys.exit(main())
