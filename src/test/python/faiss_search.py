"""Searches a file of vectors with FAISS, for `./janua bench search`.

Each line of standard input is an order in JSON, and is answered by a line of JSON on standard output:

  {"do": "open", "vectors": FILE, "dimension": 128}     -> {"count": …}
  {"do": "build", "index": "flat"}                      -> {"seconds": …}
  {"do": "build", "index": "hnsw", "m": 32}             -> {"seconds": …}
  {"do": "search", "index": "flat", "k": 10, "probes": FILE}
  {"do": "search", "index": "hnsw", "k": 10, "ef": 64, "probes": FILE}
                                                        -> {"millis": […], "first": […]}

Files hold unit vectors, float32, one after another. Indexes are built with all cores. Searches run in one thread, one
probe at a time, as a door asks. "first" is the place of the nearest vector in the file.
"""

import json
import os
import sys
import time

import faiss
import numpy

BATCH = 50_000


def read(file, dimension):
    return numpy.memmap(file, numpy.float32, "r").reshape(-1, dimension)


def build(order, vectors):
    faiss.omp_set_num_threads(os.cpu_count())
    dimension = vectors.shape[1]
    if order["index"] == "flat":
        index = faiss.IndexFlatIP(dimension)
    else:
        index = faiss.IndexHNSWFlat(dimension, order["m"], faiss.METRIC_INNER_PRODUCT)
    begin = time.perf_counter()
    for start in range(0, len(vectors), BATCH):
        index.add(numpy.ascontiguousarray(vectors[start : start + BATCH]))
    return index, time.perf_counter() - begin


def search(order, index, probes):
    faiss.omp_set_num_threads(1)
    if "ef" in order:
        index.hnsw.efSearch = order["ef"]
    millis = []
    first = []
    for number in range(len(probes)):
        probe = numpy.ascontiguousarray(probes[number : number + 1])
        begin = time.perf_counter()
        _, found = index.search(probe, order["k"])
        millis.append((time.perf_counter() - begin) * 1000)
        first.append(int(found[0][0]))
    return {"millis": millis, "first": first}


def main():
    vectors = None
    indexes = {}
    for line in sys.stdin:
        order = json.loads(line)
        match order["do"]:
            case "open":
                vectors = read(order["vectors"], order["dimension"])
                answer = {"count": len(vectors)}
            case "build":
                indexes[order["index"]], seconds = build(order, vectors)
                answer = {"seconds": seconds}
            case "search":
                answer = search(order, indexes[order["index"]], read(order["probes"], vectors.shape[1]))
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
