"""`python -m mapper` is the same as `mapper`."""

from __future__ import annotations

import sys

from mapper.cli import main

sys.exit(main())
