"""`cchc doctor`: examines the installation and says how to mend each fault."""

from __future__ import annotations

import argparse
from dataclasses import asdict

from cchc.site.console import Exit, add_json, either, say, say_json
from cchc.site.starting import start_django


def add(parser: argparse.ArgumentParser) -> None:
    """Only how to print."""
    add_json(parser)


def run(options: argparse.Namespace) -> Exit:
    """Print every finding; a fault ends with code 3, a warning alone does not."""
    configuration = start_django(must_be_complete=False)
    from cchc.site.examining import Level, examine

    marks = {Level.WELL: "✓", Level.WARNING: "!", Level.FAULT: "✗"}
    findings = examine(configuration)
    if options.json:
        say_json([asdict(finding) for finding in findings])
    else:
        for finding in findings:
            say(f"{marks[finding.level]} {finding.name}: {finding.detail}")
            if finding.remedy and finding.level is not Level.WELL:
                say(f"    → {either('khắc phục', 'mend')}: {finding.remedy}")
    has_fault = any(finding.level is Level.FAULT for finding in findings)
    return Exit.NEEDS_MENDING if has_fault else Exit.DONE
