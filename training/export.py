"""Write the trained model as one ONNX file, eight bits to a weight.

The graph is put together here, node by node, rather than by an exporter: eleven nodes to a layer,
all of them ones for which onnxruntime has quick kernels. Weights are quantised by output channel.
What flows is quantised by scales that are fixed when the file is written (``training.ranges``).
The usual dynamic quantisation takes one scale for the whole batch instead, so that a sentence
would read differently in other company; here it can't. Sentences of one length are read together,
so nothing is padded and nothing masked.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from training.contract import outputs
from training.encoder import HEADS, LAYERS, WIDTH
from training.model import Model
from training.ranges import Range

OPSET = 17
_OWN = "com.microsoft"
_EPSILON = 1e-12
_Array = np.ndarray


class Graph:
    """Nodes and constants as they are added, in order."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []

    def keep(self, name: str, value: _Array) -> str:
        """Add a constant and return its name."""
        self.constants.append(numpy_helper.from_array(np.asarray(value, order="C"), name))
        return name

    def add(self, kind: str, inputs: Sequence[str], name: str, **chosen: object) -> str:
        """Add a node with one output and return the output's name."""
        domain = str(chosen.pop("domain", ""))
        self.nodes.append(
            helper.make_node(kind, list(inputs), [name], name=name, domain=domain, **chosen)
        )
        return name

    def split(self, name: str, count: int) -> list[str]:
        """Split the last axis into equal parts and return their names."""
        parts = [f"{name}.{number}" for number in range(count)]
        self.nodes.append(helper.make_node("Split", [name], parts, axis=-1, name=f"{name}.split"))
        return parts


def quantised(weight: _Array) -> tuple[_Array, _Array]:
    """Return weights (inputs, outputs) as signed bytes, and a scale for each output."""
    scale = np.maximum(np.abs(weight).max(axis=0), 1e-8) / 127.0
    return np.round(weight / scale).astype(np.int8), scale.astype(np.float32)


def _dense(graph: Graph, name: str, x: str, state: dict[str, _Array], span: Range) -> str:
    """Add a dense layer on bytes; ``span`` says how its input is quantised."""
    weight = state[f"{name}.weight"].T * span.smooth[:, None]
    body, scale = quantised(weight)
    if span.smoothed:
        x = graph.add("Mul", [x, graph.keep(f"{name}.smooth", 1.0 / span.smooth)], f"{name}.even")
    step = graph.keep(f"{name}.step", np.array(span.step, dtype=np.float32))
    zero = graph.keep(f"{name}.zero", np.array(span.zero, dtype=np.uint8))
    small = graph.add("QuantizeLinear", [x, step, zero], f"{name}.bytes")
    return graph.add(
        "MatMulIntegerToFloat",
        [
            small,
            graph.keep(f"{name}.body", body),
            step,
            graph.keep(f"{name}.scale", scale),
            zero,
            "",
            graph.keep(f"{name}.bias", state[f"{name}.bias"]),
        ],
        name,
        domain=_OWN,
    )


def _norm(graph: Graph, name: str, x: str, added: str, state: dict[str, _Array]) -> str:
    return graph.add(
        "SkipLayerNormalization",
        [
            x,
            added,
            graph.keep(f"{name}.weight", state[f"{name}.weight"]),
            graph.keep(f"{name}.bias", state[f"{name}.bias"]),
        ],
        name,
        domain=_OWN,
        epsilon=_EPSILON,
    )


def _layer(
    graph: Graph, name: str, x: str, state: dict[str, _Array], ranges: dict[str, Range]
) -> str:
    mixed = _dense(graph, f"{name}.mixed", x, state, ranges[f"{name}.mixed"])
    seen = graph.add(
        "MultiHeadAttention", graph.split(mixed, 3), f"{name}.seen", domain=_OWN, num_heads=HEADS
    )
    joined = _dense(graph, f"{name}.joined", seen, state, ranges[f"{name}.joined"])
    x = _norm(graph, f"{name}.norm_attention", x, joined, state)
    wide = _dense(graph, f"{name}.wide", x, state, ranges[f"{name}.wide"])
    bent = graph.add("Gelu", [wide], f"{name}.bent", domain=_OWN)
    narrow = _dense(graph, f"{name}.narrow", bent, state, ranges[f"{name}.narrow"])
    return _norm(graph, f"{name}.norm_dense", x, narrow, state)


def _table(graph: Graph, name: str, table: _Array, rows: str) -> str:
    """Add a look-up in a table of bytes, with a scale for each row."""
    body, scale = quantised(table.T)
    found = graph.add("Gather", [graph.keep(f"{name}.body", body.T), rows], f"{name}.bytes")
    scales = graph.add("Gather", [graph.keep(f"{name}.scale", scale[:, None]), rows], f"{name}.by")
    plain = graph.add("Cast", [found], f"{name}.plain", to=TensorProto.FLOAT)
    return graph.add("Mul", [plain, scales], name)


def _start(graph: Graph, state: dict[str, _Array]) -> str:
    """Add what turns token numbers into vectors."""
    words = _table(graph, "word", state["encoder.word.weight"], "ids")
    shape = graph.add("Shape", ["ids"], "shape")
    one = graph.keep("one", np.array(1, dtype=np.int64))
    zero = graph.keep("none", np.array(0, dtype=np.int64))
    length = graph.add("Gather", [shape, one], "length")
    places = graph.add("Range", [zero, length, one], "places")
    where = _table(graph, "position", state["encoder.position.weight"], places)
    table = graph.keep("part.table", state["encoder.part.weight"])
    parts = graph.add("Gather", [table, "parts"], "part")
    x = graph.add("Add", [graph.add("Add", [words, where], "placed"), parts], "summed")
    names = [
        graph.keep(f"norm.{kind}", state[f"encoder.norm.{kind}"]) for kind in ("weight", "bias")
    ]
    return graph.add("LayerNormalization", [x, *names], "normed", epsilon=_EPSILON, axis=-1)


def _end(graph: Graph, x: str, state: dict[str, _Array], ranges: dict[str, Range]) -> None:
    """Add the heads, and the embedding.

    Means are taken by a product for each sentence, and the heads count in whole numbers: sums
    over a batch would come out a last digit different with the size of the batch.
    """
    real = graph.add("Cast", ["parts"], "other", to=TensorProto.FLOAT)
    own = graph.add("Sub", [graph.keep("1", np.array(1, dtype=np.float32)), real], "own")
    axis = graph.keep("axis", np.array([1], dtype=np.int64))
    count = graph.add("ReduceSum", [own, axis], "count", keepdims=1)
    shares = graph.add("Unsqueeze", [graph.add("Div", [own, count], "share"), axis], "shares")
    mean = graph.add("Squeeze", [graph.add("MatMul", [shares, x], "means"), axis], "mean")
    first = graph.add("Gather", [x, graph.keep("0", np.array(0, dtype=np.int64))], "first", axis=1)
    both = graph.add("Concat", [first, mean], "both", axis=1)
    graph.add("Identity", [_dense(graph, "heads", both, state, ranges["heads"])], "logits")
    turned = _dense(graph, "turned", mean, state, ranges["turned"])
    graph.add("LpNormalization", [turned], "embedding", axis=1, p=2)


def exported(model: Model, ranges: dict[str, Range]) -> onnx.ModelProto:
    """Return the graph: ``ids`` and ``parts`` (sentences, tokens) in, logits and embeddings out."""
    state = {name: value.float().numpy() for name, value in model.state_dict().items()}
    inner = {name.removeprefix("encoder."): value for name, value in state.items()}
    graph = Graph()
    x = _start(graph, state)
    for number in range(LAYERS):
        x = _layer(graph, f"layers.{number}", x, inner, ranges)
    _end(graph, x, state, ranges)
    whole = ("sentences", "tokens")
    made = helper.make_graph(
        graph.nodes,
        "reader",
        [
            helper.make_tensor_value_info(name, TensorProto.INT64, whole)
            for name in ("ids", "parts")
        ],
        [
            helper.make_tensor_value_info("logits", TensorProto.FLOAT, ("sentences", outputs())),
            helper.make_tensor_value_info("embedding", TensorProto.FLOAT, ("sentences", WIDTH)),
        ],
        graph.constants,
    )
    imports = [helper.make_opsetid("", OPSET), helper.make_opsetid(_OWN, 1)]
    return helper.make_model(made, opset_imports=imports, ir_version=9, producer_name="theirside")


def save(model: Model, ranges: dict[str, Range], path: Path) -> None:
    """Write the file."""
    path.write_bytes(exported(model, ranges).SerializeToString(deterministic=True))
