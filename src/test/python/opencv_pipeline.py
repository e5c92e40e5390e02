"""From photographs to templates with OpenCV, for `./janua bench opencv`.

usage: opencv_pipeline.py DETECTOR EMBEDDER FOLDER

DETECTOR and EMBEDDER are the ONNX files of the default pack, FOLDER holds the photographs. Works in one thread: whoever
wants all cores starts one process for each. Each line of standard input is an order in JSON, and is answered by a line of
JSON on standard output:

  {"do": "embed"}                   -> {"opencv": VERSION, "faces": {FILE: {"box": [x, y, width, height], "embedding": […]}}}
  {"do": "run", "seconds": 2.5}     -> {"pictures": 47, "seconds": 2.52, "processor": 2.49}     the last in seconds, too

The importer of OpenCV 4.6 takes neither file as it is: it refuses the shapes that the detector computes, and bounds of Clip
that are inputs. So both graphs are said in other words before they are loaded, with the same weights: the detector without
the reordering at its end, which is done here, and Clip with its bounds as attributes.
"""

import json
import os
import sys
import time

import cv2
import numpy
import onnx
import onnx.numpy_helper

STRIDES = (8, 16, 32)
LONGER_SIDE = 640
GRID = 32
MIN_CONFIDENCE = 0.6
MAX_OVERLAP = 0.3
SIDE = 112
TEMPLATE = numpy.array(
    [[38.2946, 51.6963], [73.5318, 51.5014], [56.0252, 71.7366], [41.5493, 92.3655], [70.7299, 92.2041]]
)
MEAN = numpy.array([0.485, 0.456, 0.406]) * 255
DEVIATION = numpy.array([0.229, 0.224, 0.225], numpy.float32) * 255
HEADS = [f"{name}_{stride}" for name in ("cls", "obj", "bbox", "kps") for stride in STRIDES]


def net(model):
    loaded = cv2.dnn.readNetFromONNX(numpy.frombuffer(model.SerializeToString(), numpy.uint8))
    loaded.setPreferableBackend(cv2.dnn.DNN_BACKEND_OPENCV)
    loaded.setPreferableTarget(cv2.dnn.DNN_TARGET_CPU)
    return loaded


def detector(path):
    """Ends at the last convolutions, whose outputs keep the names of the outputs that were made of them."""
    model = onnx.load(path)
    made_by = {output: node for node in model.graph.node for output in node.output}
    ends = {}
    for head in HEADS:
        node = made_by[head]
        while node.op_type != "Conv":
            node = made_by[node.input[0]]
        ends[head] = node
    kept, wanted = set(), [end.output[0] for end in ends.values()]
    while wanted:
        node = made_by.get(wanted.pop())
        if node is not None and node.output[0] not in kept:
            kept.add(node.output[0])
            wanted.extend(node.input)
    nodes = [node for node in model.graph.node if node.output[0] in kept]
    for head, end in ends.items():
        end.output[0] = head
    del model.graph.node[:]
    model.graph.node.extend(nodes)
    del model.graph.output[:]
    model.graph.output.extend(
        onnx.helper.make_tensor_value_info(head, onnx.TensorProto.FLOAT, ["batch", "numbers", "rows", "columns"])
        for head in HEADS
    )
    return net(model)


def embedder(path):
    model = onnx.load(path)
    constants = {
        node.output[0]: onnx.numpy_helper.to_array(node.attribute[0].t).item()
        for node in model.graph.node
        if node.op_type == "Constant" and node.attribute[0].t.dims in ([], [1])
    }
    for node in model.graph.node:
        if node.op_type == "Clip":
            low, high = (constants[name] for name in node.input[1:])
            del node.input[1:]
            node.attribute.extend([onnx.helper.make_attribute("min", low), onnx.helper.make_attribute("max", high)])
    return net(model)


def sigmoid(values):
    return 1 / (1 + numpy.exp(-values))


def largest_face(network, picture):
    """Box and landmarks of the largest face, or None."""
    height, width = picture.shape[:2]
    scale = LONGER_SIDE / max(height, width)
    scaled_width, scaled_height = max(1, round(width * scale)), max(1, round(height * scale))
    method = cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR
    scaled = picture if scale == 1 else cv2.resize(picture, (scaled_width, scaled_height), interpolation=method)
    right, below = -scaled_width % GRID, -scaled_height % GRID
    if right or below:
        scaled = cv2.copyMakeBorder(scaled, 0, below, 0, right, cv2.BORDER_CONSTANT)
    network.setInput(cv2.dnn.blobFromImage(scaled))
    heads = dict(zip(HEADS, network.forward(HEADS)))
    boxes, marks, scores = [], [], []
    for stride in STRIDES:
        classes, objects = sigmoid(heads[f"cls_{stride}"][0, 0]), sigmoid(heads[f"obj_{stride}"][0, 0])
        confidence = numpy.sqrt(classes * objects)
        rows, columns = numpy.nonzero(confidence >= MIN_CONFIDENCE)
        if len(rows) == 0:
            continue
        box = heads[f"bbox_{stride}"][0, :, rows, columns]
        points = heads[f"kps_{stride}"][0, :, rows, columns].reshape(-1, 5, 2)
        cells = numpy.stack([columns, rows], axis=1)
        size = numpy.exp(box[:, 2:]) * stride
        boxes.append(numpy.concatenate([(cells + box[:, :2]) * stride - size / 2, size], axis=1))
        marks.append((cells[:, None, :] + points) * stride)
        scores.append(confidence[rows, columns])
    if not boxes:
        return None
    boxes, marks, scores = numpy.concatenate(boxes), numpy.concatenate(marks), numpy.concatenate(scores)
    kept = cv2.dnn.NMSBoxes(boxes.tolist(), scores.tolist(), MIN_CONFIDENCE, MAX_OVERLAP)
    face = max(numpy.asarray(kept).ravel(), key=lambda one: boxes[one, 2] * boxes[one, 3])
    pixels = numpy.array([width / scaled_width, height / scaled_height])
    return (boxes[face].reshape(2, 2) * pixels).ravel(), marks[face] * pixels


def aligned(picture, marks):
    """Least squares (Umeyama, 1991), in closed form for two dimensions."""
    source, target = marks - marks.mean(0), TEMPLATE - TEMPLATE.mean(0)
    spread = (source**2).sum()
    a = (source * target).sum() / spread
    b = (source[:, 0] * target[:, 1] - source[:, 1] * target[:, 0]).sum() / spread
    turn = numpy.array([[a, -b], [b, a]])
    shift = TEMPLATE.mean(0) - turn @ marks.mean(0)
    return cv2.warpAffine(picture, numpy.column_stack([turn, shift]), (SIDE, SIDE), flags=cv2.INTER_LINEAR)


def embedding(network, face):
    blob = cv2.dnn.blobFromImage(face, 1.0, (SIDE, SIDE), MEAN, swapRB=True)
    blob /= DEVIATION.reshape(1, 3, 1, 1)
    network.setInput(blob)
    vector = network.forward()[0]
    return vector / numpy.linalg.norm(vector)


class Pipeline:
    def __init__(self, detector_path, embedder_path):
        self.detector = detector(detector_path)
        self.embedder = embedder(embedder_path)

    def extract(self, file):
        picture = cv2.imdecode(file, cv2.IMREAD_COLOR)
        found = largest_face(self.detector, picture)
        if found is None:
            return None
        box, marks = found
        return box, embedding(self.embedder, aligned(picture, marks))


def embed(pipeline, files):
    faces = {}
    for name, file in files.items():
        found = pipeline.extract(file)
        if found is not None:
            faces[name] = {"box": found[0].tolist(), "embedding": found[1].tolist()}
    return {"opencv": cv2.__version__, "faces": faces}


def run(pipeline, files, seconds):
    files = list(files.values())
    begin, processor = time.perf_counter(), time.process_time()
    pictures = 0
    while time.perf_counter() - begin < seconds:
        pipeline.extract(files[pictures % len(files)])
        pictures += 1
    return {
        "pictures": pictures,
        "seconds": time.perf_counter() - begin,
        "processor": time.process_time() - processor,
    }


def main():
    cv2.setNumThreads(1)
    pipeline = Pipeline(sys.argv[1], sys.argv[2])
    folder = sys.argv[3]
    files = {name: numpy.fromfile(os.path.join(folder, name), numpy.uint8) for name in sorted(os.listdir(folder))}
    for line in sys.stdin:
        order = json.loads(line)
        answer = embed(pipeline, files) if order["do"] == "embed" else run(pipeline, files, order["seconds"])
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
