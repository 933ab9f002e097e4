"""Entry point of the `kg` command, and the one place where an error becomes a line on stderr and an exit status.

    0    done            1    failed, or failed in part      2    the request itself cannot be understood
    130  interrupted     141  whoever read the output went away

No traceback reaches a user. `KG_DEBUG=1` shows it, for errors of ours as well as of the user's.
"""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Sequence

from kg.errors import KgError

INTERRUPTED = 130
BROKEN_PIPE = 141


def main() -> None:
    """What the installed script calls."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Run one command line and return its exit status. Data goes to stdout, everything else to stderr."""
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError):  # a captured stream that is no text file
            stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]  # typed as any text stream
    try:
        status = _run(arguments)
        sys.stdout.flush()
    except KeyboardInterrupt:
        status = INTERRUPTED
    except BrokenPipeError:
        _drop_stdout()
        return BROKEN_PIPE
    except KgError as error:
        return _failed(error, str(error), error.exit_status)
    except OSError as error:
        return _failed(error, f"{error.filename or 'kg'}: {error.strerror or error}", 1)
    except Exception as error:  # the last line of defence: a bug of ours must not bury its user in a traceback
        told = " ".join(f"{type(error).__name__}: {error}".split())
        hint = "KG_DEBUG=1 shows where; please report it with the command and that output"
        return _failed(error, f"unexpected error ({told}); {hint}", 1)
    if status == INTERRUPTED:
        return _say("interrupted; what was finished is kept, run the same command again to go on", INTERRUPTED)
    return status


def _run(arguments: Sequence[str]) -> int:
    """Typer shows usage errors and ends by SystemExit, also when stdout was closed; everything else comes through."""
    from kg.cli.app import command

    try:
        command()(args=list(arguments), prog_name="kg")
    except SystemExit as error:
        return error.code if isinstance(error.code, int) else int(error.code is not None)
    return 0


def _failed(error: BaseException, message: str, status: int) -> int:
    if os.environ.get("KG_DEBUG"):
        import traceback

        traceback.print_exception(error)
    return _say(message, status)


def _say(message: str, status: int) -> int:
    from kg.cli.output import clean

    with contextlib.suppress(OSError):
        print(f"kg: {clean(message)}", file=sys.stderr)  # noqa: T201 - its job
    return status


def _drop_stdout() -> None:
    """Let the interpreter's last flush go nowhere, or it would complain."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
