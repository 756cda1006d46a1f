#!/usr/bin/env python3
"""Runs job.py in Spark's local mode and compares its answers with those of one process, byte for byte.

    compare.py PROGRAM

The records are the samples of source/, many times over with other numbers, and records that are none, spread among them.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
TIMES = 40
PARTS = 7
TODAY = "2026-01-15"
BAD = [
    "",
    "no JSON",
    '{"id": "half", "text": "',
    '{"text": "without an id"}',
    '{"id": "number", "text": 7}',
    '{"id": "format", "text": "a", "format": "pdf"}',
    json.dumps({"id": "deep", "text": "> " * 500 + "end"}),
]


def records():
    samples = sorted((ROOT / "source").rglob("*.md")) + sorted((ROOT / "source").rglob("*.txt"))
    assert samples, "source/ holds the samples"
    for number in range(TIMES):
        for sample in samples:
            text = sample.read_text(encoding="utf-8").replace("weeks", f"weeks ({number})")
            yield json.dumps({"id": f"{number}/{sample.name}", "text": text}, ensure_ascii=number % 2 == 0)
        yield BAD[number % len(BAD)]


def one_process(program, asked, lines):
    done = subprocess.run([program, *asked], input="\n".join(lines) + "\n", capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 2, f"{asked}: {done.returncode} {done.stderr}"
    return done.stdout.splitlines()


def spark(program, asked, lines, folder):
    (folder / "in").mkdir(parents=True)
    third = len(lines) // 3
    for number, part in enumerate([lines[:third], lines[third : 2 * third], lines[2 * third :]]):
        (folder / "in" / f"records-{number}.jsonl").write_text("\n".join(part) + "\n", encoding="utf-8")
    job = [sys.executable, str(HERE / "job.py"), "--program", program, "--parts", str(PARTS), str(folder / "in"), str(folder / "out")]
    subprocess.run([*job, "--", *asked], check=True)
    parts = sorted((folder / "out").glob("part-*"))
    assert len(parts) >= PARTS, f"{len(parts)} parts"
    return [line for part in parts for line in part.read_text(encoding="utf-8").splitlines()]


def main():
    program = str(Path(sys.argv[1]).resolve())
    lines = list(records())
    with tempfile.TemporaryDirectory() as folder:
        for name, asked in [
            ("check", ["check", "--lines", "--today", TODAY]),
            ("export", ["export", "--json", "--lines", "--today", TODAY]),
        ]:
            expected = one_process(program, asked, lines)
            answered = spark(program, asked, lines, Path(folder) / name)
            assert len(expected) == len(lines), f"{len(lines)} records, {len(expected)} answers"
            for number, (one, other) in enumerate(zip(expected, answered, strict=True)):
                assert one == other, f"{name}: answer {number + 1} differs:\n{one}\n{other}"
            errors = sum("error" in json.loads(line) for line in answered)
            print(f"{name}: {len(answered)} records in {PARTS} parts or more answered as one process does, {errors} with an error")


if __name__ == "__main__":
    main()
