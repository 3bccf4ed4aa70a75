package quorate.learning.onnx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import quorate.learning.graph.Shape;
import quorate.learning.wire.Wire.Message;

/// An ONNX model being written: nodes in their order, the numbers that stay (initialisers), inputs
/// and outputs.
///
/// Field numbers from `onnx.proto` in <https://github.com/onnx/onnx/blob/main/onnx/onnx.proto>. The
/// libraries that bring these messages to the JVM bring all of protobuf or a learning framework
/// with them, for the two dozen fields used here.
final class Model {
  /// The version of ONNX's operators; 20 is the first with GELU.
  static final int OPERATORS = 20;

  private static final int FORMAT = 9; // IR version of the release that brought operators 20

  private static final int MODEL_FORMAT = 1; // int64 ir_version
  private static final int MODEL_PRODUCER = 2; // string
  private static final int MODEL_GRAPH = 7; // GraphProto
  private static final int MODEL_OPERATORS = 8; // OperatorSetIdProto
  private static final int OPERATORS_VERSION = 2; // int64

  private static final int GRAPH_NODE = 1; // NodeProto
  private static final int GRAPH_NAME = 2; // string
  private static final int GRAPH_INITIALISER = 5; // TensorProto
  private static final int GRAPH_INPUT = 11; // ValueInfoProto
  private static final int GRAPH_OUTPUT = 12; // ValueInfoProto

  private static final int NODE_INPUT = 1; // string, "" where an optional one is left out
  private static final int NODE_OUTPUT = 2; // string
  private static final int NODE_NAME = 3; // string
  private static final int NODE_TYPE = 4; // string
  private static final int NODE_ATTRIBUTE = 5; // AttributeProto

  private static final int ATTRIBUTE_NAME = 1; // string
  private static final int ATTRIBUTE_FLOAT = 2; // float
  private static final int ATTRIBUTE_INT = 3; // int64
  private static final int ATTRIBUTE_STRING = 4; // bytes
  private static final int ATTRIBUTE_INTS = 8; // int64, repeated
  private static final int ATTRIBUTE_TYPE = 20; // enum AttributeType
  private static final int TYPE_FLOAT = 1;
  private static final int TYPE_INT = 2;
  private static final int TYPE_STRING = 3;
  private static final int TYPE_INTS = 7;

  private static final int TENSOR_SIZE = 1; // int64, repeated
  private static final int TENSOR_KIND = 2; // enum DataType
  private static final int TENSOR_NAME = 8; // string
  private static final int TENSOR_RAW = 9; // bytes, little-endian
  static final int FLOAT = 1;
  static final int INT64 = 7;
  static final int BOOL = 9;

  private static final int VALUE_NAME = 1; // string
  private static final int VALUE_TYPE = 2; // TypeProto
  private static final int TYPE_TENSOR = 1; // TypeProto.Tensor
  private static final int TENSOR_TYPE_KIND = 1; // enum DataType
  private static final int TENSOR_TYPE_SHAPE = 2; // TensorShapeProto
  private static final int SHAPE_AXIS = 1; // Dimension
  private static final int AXIS_SIZE = 1; // int64
  private static final int AXIS_NAME = 2; // string

  private final Set<String> names = new HashSet<>();
  private final List<Message> nodes = new ArrayList<>();
  private final List<Message> initialisers = new ArrayList<>();
  private final List<Message> inputs = new ArrayList<>();
  private final List<Message> outputs = new ArrayList<>();

  /// Takes a name that callers will use.
  ///
  /// @throws IllegalArgumentException when it is taken or empty
  String claim(String name) {
    if (name.isEmpty() || !names.add(name)) {
      throw new IllegalArgumentException(
          "inputs, parameters and outputs must each have a name of their own, but \"%s\" %s"
              .formatted(name, name.isEmpty() ? "is none" : "is there twice"));
    }
    return name;
  }

  private String fresh(String what) {
    for (int i = 1; ; i++) {
      String name = what + "/" + i;
      if (names.add(name)) {
        return name;
      }
    }
  }

  void input(String name, Shape shape, boolean free) {
    inputs.add(value(name, shape, free));
  }

  /// Gives a tensor to the caller under a name that was claimed.
  void output(String name, String of, Shape shape, boolean free) {
    nodes.add(node("Identity", List.of(of), List.of(name)));
    outputs.add(value(name, shape, free));
  }

  private static Message value(String name, Shape shape, boolean free) {
    Message axes = new Message();
    for (int i = 0; i < shape.rank(); i++) {
      axes.message(
          SHAPE_AXIS,
          i == 0 && free
              ? new Message().text(AXIS_NAME, "rows")
              : new Message().varint(AXIS_SIZE, shape.size(i)));
    }
    Message tensor = new Message().varint(TENSOR_TYPE_KIND, FLOAT).message(TENSOR_TYPE_SHAPE, axes);
    return new Message()
        .text(VALUE_NAME, name)
        .message(VALUE_TYPE, new Message().message(TYPE_TENSOR, tensor));
  }

  /// Numbers that stay, under a name that was claimed.
  void numbers(String name, Shape shape, float[] values) {
    byte[] raw = new byte[Math.multiplyExact(values.length, Float.BYTES)];
    ByteBuffer.wrap(raw).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().put(values);
    initialiser(name, Arrays.stream(shape.toArray()).asLongStream().toArray(), FLOAT, raw);
  }

  /// Numbers that stay, under a name of their own.
  String constant(String what, Shape shape, float... values) {
    String name = fresh(what);
    numbers(name, shape, values);
    return name;
  }

  /// A row of whole numbers, as places and sizes are given.
  String wholes(long... values) {
    String name = fresh("places");
    byte[] raw = new byte[values.length * Long.BYTES];
    ByteBuffer.wrap(raw).order(ByteOrder.LITTLE_ENDIAN).asLongBuffer().put(values);
    initialiser(name, new long[] {values.length}, INT64, raw);
    return name;
  }

  private void initialiser(String name, long[] sizes, int kind, byte[] raw) {
    Message tensor = new Message();
    for (long size : sizes) {
      tensor.varint(TENSOR_SIZE, size);
    }
    tensor.varint(TENSOR_KIND, kind).text(TENSOR_NAME, name).bytes(TENSOR_RAW, raw);
    initialisers.add(tensor);
  }

  /// Adds a node of one output.
  String add(String type, List<String> inputs, Attribute... attributes) {
    return add(1, type, inputs, attributes).getFirst();
  }

  /// Adds a node of several outputs.
  List<String> add(int count, String type, List<String> inputs, Attribute... attributes) {
    List<String> given = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      given.add(fresh(type));
    }
    nodes.add(node(type, inputs, given, attributes));
    return given;
  }

  private static Message node(
      String type, List<String> inputs, List<String> outputs, Attribute... attributes) {
    Message node = new Message();
    inputs.forEach(name -> node.text(NODE_INPUT, name));
    outputs.forEach(name -> node.text(NODE_OUTPUT, name));
    node.text(NODE_NAME, outputs.getFirst()).text(NODE_TYPE, type);
    for (Attribute each : attributes) {
      node.message(NODE_ATTRIBUTE, attribute(each));
    }
    return node;
  }

  private static Message attribute(Attribute attribute) {
    Message message = new Message().text(ATTRIBUTE_NAME, attribute.name());
    switch (attribute) {
      case Attribute.Real number ->
          message.fixed32(ATTRIBUTE_FLOAT, number.value()).varint(ATTRIBUTE_TYPE, TYPE_FLOAT);
      case Attribute.Whole whole ->
          message.varint(ATTRIBUTE_INT, whole.value()).varint(ATTRIBUTE_TYPE, TYPE_INT);
      case Attribute.Text text ->
          message.text(ATTRIBUTE_STRING, text.value()).varint(ATTRIBUTE_TYPE, TYPE_STRING);
      case Attribute.Wholes wholes -> {
        wholes.values().forEach(value -> message.varint(ATTRIBUTE_INTS, value));
        message.varint(ATTRIBUTE_TYPE, TYPE_INTS);
      }
    }
    return message;
  }

  byte[] toBytes() {
    Message graph = new Message();
    nodes.forEach(node -> graph.message(GRAPH_NODE, node));
    graph.text(GRAPH_NAME, "quorate");
    initialisers.forEach(tensor -> graph.message(GRAPH_INITIALISER, tensor));
    inputs.forEach(value -> graph.message(GRAPH_INPUT, value));
    outputs.forEach(value -> graph.message(GRAPH_OUTPUT, value));
    return new Message()
        .varint(MODEL_FORMAT, FORMAT)
        .text(MODEL_PRODUCER, "quorate")
        .message(MODEL_GRAPH, graph)
        .message(MODEL_OPERATORS, new Message().varint(OPERATORS_VERSION, OPERATORS))
        .toBytes();
  }
}
