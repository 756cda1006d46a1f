#!/usr/bin/env python3
"""The software bill of materials of the program: CycloneDX 1.5 as JSON, on standard output.

    tests/tools/sbom.py [--target TRIPLE] > facetdoc.cdx.json

It names every library that the program is built from or with on the target (all targets without one), its version, licence and
check sum, and which needs which. It is made from `cargo metadata` and Cargo.lock alone; the same tree gives the same bytes.
"""

import argparse
import hashlib
import json
import subprocess
import tomllib
import uuid
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent


def metadata(target):
    command = ["cargo", "metadata", "--format-version", "1", "--locked"]
    if target:
        command += ["--filter-platform", target]
    return json.loads(subprocess.run(command, cwd=ROOT, check=True, capture_output=True).stdout)


def used(nodes, root):
    """The packages that the program needs; those of its tests alone are left out."""
    found, waiting = {}, [root]
    while waiting:
        name = waiting.pop()
        if name in found:
            continue
        deps = [dep["pkg"] for dep in nodes[name]["deps"] if any(kind["kind"] != "dev" for kind in dep["dep_kinds"])]
        found[name] = sorted(deps)
        waiting += deps
    return found


def purl(package):
    return f"pkg:cargo/{package['name']}@{package['version']}"


def component(package, sums, kind):
    made = {"type": kind, "bom-ref": purl(package), "name": package["name"], "version": package["version"]}
    if package.get("description"):
        made["description"] = " ".join(package["description"].split())
    if package.get("license"):
        # Old manifests part licences with a slash.
        made["licenses"] = [{"expression": package["license"].replace("/", " OR ").replace("  ", " ")}]
    digest = sums.get((package["name"], package["version"]))
    if digest:
        made["hashes"] = [{"alg": "SHA-256", "content": digest}]
    made["purl"] = purl(package)
    return made


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--target")
    args = parser.parse_args()
    told = metadata(args.target)
    packages = {package["id"]: package for package in told["packages"]}
    nodes = {node["id"]: node for node in told["resolve"]["nodes"]}
    root = told["resolve"]["root"]
    needed = used(nodes, root)
    lock = (ROOT / "Cargo.lock").read_bytes()
    entries = tomllib.loads(lock.decode())["package"]
    sums = {(one["name"], one["version"]): one["checksum"] for one in entries if "checksum" in one}
    libraries = sorted((packages[name] for name in needed if name != root), key=purl)
    number = uuid.UUID(bytes=hashlib.sha256(lock + (args.target or "").encode()).digest()[:16], version=5)
    bom = {
        "$schema": "http://cyclonedx.org/schema/bom-1.5.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "serialNumber": f"urn:uuid:{number}",
        "version": 1,
        "metadata": {
            "component": component(packages[root], sums, "application"),
            "properties": [{"name": "cdx:rustc:sbom:target:triple", "value": args.target or "all"}],
        },
        "components": [component(library, sums, "library") for library in libraries],
        "dependencies": [
            {"ref": purl(packages[name]), "dependsOn": sorted({purl(packages[dep]) for dep in needed[name]})}
            for name in sorted(needed, key=lambda name: purl(packages[name]))
        ],
    }
    print(json.dumps(bom, indent=2, ensure_ascii=False))


main()
