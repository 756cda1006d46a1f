#!/usr/bin/env python3
"""Checks or exports any number of articles on a Spark cluster.

    spark-submit job.py [--program FILE] [--parts N] INPUT OUTPUT [-- check --lines ...]

INPUT holds text files of records, a JSON object a line: {"id": ..., "text": ..., "format": "markdown" | "text" | "html"}.
OUTPUT, a folder that must not be there yet, gets an answer for each record, in the order of the records. What stands after --
is what facetdoc is asked for; without it: check --lines. Each machine needs the program: at the path that --program names,
or sent along with spark-submit --files facetdoc and --program ./facetdoc.
"""

import argparse
import shlex

from pyspark.sql import SparkSession


def answers(records, program, asked):
    """An RDD of answers to `records`, an RDD of lines.

    One process works on one part at a time. A record that cannot be worked on is answered with an error record; the exit
    status, which tells of findings, is not looked at. If the program ended early there would be too few answers: main counts.
    """
    command = [program, *asked]
    # Spark runs as many processes on a machine as it has cores for tasks; each need not use all of them.
    return records.pipe(shlex.join([*command, "--jobs", "1"]))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", default="facetdoc")
    parser.add_argument("--parts", type=int, default=None, help="how many parts the input is split into, at least")
    parser.add_argument("input")
    parser.add_argument("output")
    parser.add_argument("asked", nargs="*", default=["check", "--lines"])
    args = parser.parse_args()

    spark = SparkSession.builder.appName("facetdoc").getOrCreate()
    context = spark.sparkContext
    records = context.textFile(args.input, args.parts)
    answered = answers(records, args.program, args.asked)
    answered.saveAsTextFile(args.output)
    asked, given = records.count(), context.textFile(args.output).count()
    spark.stop()
    if asked != given:
        raise SystemExit(f"{asked} records have {given} answers; see the log of the tasks")
    print(f"{given} records answered")


if __name__ == "__main__":
    main()
