package quorate.learning.log;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import quorate.learning.wire.Wire;
import quorate.learning.wire.Wire.Fields;
import quorate.learning.wire.Wire.Message;

/// The messages of TensorBoard's event files that a run needs, as bytes.
///
/// Field numbers from `event.proto`, `summary.proto`, `tensor.proto` and `tensor_shape.proto` in
/// <https://github.com/tensorflow/tensorboard/tree/master/tensorboard/compat/proto>. No library for
/// the JVM writes them without all of TensorFlow.
final class Event {
  private static final int EVENT_WALL_TIME = 1; // double, seconds
  private static final int EVENT_STEP = 2; // int64
  private static final int EVENT_FILE_VERSION = 3; // string
  private static final int EVENT_SUMMARY = 5; // Summary
  private static final int EVENT_SESSION = 7; // SessionLog

  private static final int SESSION_STATUS = 1; // enum SessionStatus
  private static final int SESSION_START = 1;

  private static final int SUMMARY_VALUE = 1; // repeated Summary.Value

  private static final int VALUE_TAG = 1; // string
  private static final int VALUE_SIMPLE = 2; // float
  private static final int VALUE_TENSOR = 8; // TensorProto
  private static final int VALUE_METADATA = 9; // SummaryMetadata

  private static final int METADATA_PLUGIN = 1; // SummaryMetadata.PluginData
  private static final int PLUGIN_NAME = 1; // string

  private static final int TENSOR_TYPE = 1; // enum DataType
  private static final int TENSOR_SHAPE = 2; // TensorShapeProto, empty for a single value
  private static final int TENSOR_CONTENT = 4; // bytes, little-endian
  private static final int TENSOR_FLOATS = 5; // repeated float
  private static final int TENSOR_DOUBLES = 6; // repeated double
  private static final int TENSOR_STRINGS = 8; // repeated bytes
  private static final int TYPE_FLOAT = 1;
  private static final int TYPE_DOUBLE = 2;
  private static final int TYPE_STRING = 7;

  private Event() {}

  /// What every file begins with.
  static byte[] version(Instant time) {
    return event(time, 0).text(EVENT_FILE_VERSION, "brain.Event:2").toBytes();
  }

  /// Tells TensorBoard to forget what it read from `step` on, as it will be said again.
  static byte[] resumed(Instant time, long step) {
    return event(time, step)
        .message(EVENT_SESSION, new Message().varint(SESSION_STATUS, SESSION_START))
        .toBytes();
  }

  /// A number, as the `float` nearest to it: the format's scalars have 32 bits.
  static byte[] scalar(Instant time, String tag, long step, double value) {
    return summary(
        time, step, new Message().text(VALUE_TAG, tag).fixed32(VALUE_SIMPLE, (float) value));
  }

  /// A text in Markdown, shown by the plugin `text`.
  static byte[] text(Instant time, String tag, long step, String markdown) {
    Message tensor =
        new Message()
            .varint(TENSOR_TYPE, TYPE_STRING)
            .message(TENSOR_SHAPE, new Message())
            .text(TENSOR_STRINGS, markdown);
    Message plugin = new Message().text(PLUGIN_NAME, "text");
    return summary(
        time,
        step,
        new Message()
            .text(VALUE_TAG, tag)
            .message(VALUE_TENSOR, tensor)
            .message(VALUE_METADATA, new Message().message(METADATA_PLUGIN, plugin)));
  }

  private static byte[] summary(Instant time, long step, Message value) {
    return event(time, step)
        .message(EVENT_SUMMARY, new Message().message(SUMMARY_VALUE, value))
        .toBytes();
  }

  private static Message event(Instant time, long step) {
    double seconds = time.getEpochSecond() + time.getNano() / 1e9;
    Message event = new Message().fixed64(EVENT_WALL_TIME, seconds);
    return step == 0 ? event : event.varint(EVENT_STEP, step); // proto3 leaves zeros out
  }

  /// Adds what an event says to the numbers and texts of a file; passes over kinds of event that a
  /// run does not write, such as graphs and pictures.
  ///
  /// @param texts by tag; of several the last
  /// @throws IllegalArgumentException when the bytes are no such message
  static void read(byte[] event, List<Scalar> scalars, Map<String, String> texts) {
    long step = 0;
    Fields summary = new Fields(ByteBuffer.allocate(0));
    for (Fields fields = new Fields(ByteBuffer.wrap(event)); fields.next(); ) {
      if (fields.is(EVENT_STEP, Wire.VARINT)) {
        step = fields.number();
      } else if (fields.is(EVENT_SUMMARY, Wire.BYTES)) {
        summary = fields.message();
      }
    }
    while (summary.next()) {
      if (summary.is(SUMMARY_VALUE, Wire.BYTES)) {
        readValue(summary.message(), step, scalars, texts);
      }
    }
  }

  private static void readValue(
      Fields value, long step, List<Scalar> scalars, Map<String, String> texts) {
    String tag = "";
    while (value.next()) {
      if (value.is(VALUE_TAG, Wire.BYTES)) {
        tag = value.text();
      } else if (value.is(VALUE_SIMPLE, Wire.FIXED_32)) {
        scalars.add(new Scalar(tag, step, Float.intBitsToFloat((int) value.number())));
      } else if (value.is(VALUE_TENSOR, Wire.BYTES)) {
        readTensor(value.message(), tag, step, scalars, texts);
      }
    }
  }

  /// Newer writers put a scalar into a tensor of one number.
  private static void readTensor(
      Fields tensor, String tag, long step, List<Scalar> scalars, Map<String, String> texts) {
    long type = 0;
    while (tensor.next()) {
      if (tensor.is(TENSOR_TYPE, Wire.VARINT)) {
        type = tensor.number();
      } else if (tensor.is(TENSOR_STRINGS, Wire.BYTES)) {
        texts.put(tag, tensor.text());
      } else if (tensor.is(TENSOR_FLOATS, Wire.FIXED_32)) {
        scalars.add(new Scalar(tag, step, Float.intBitsToFloat((int) tensor.number())));
      } else if (tensor.is(TENSOR_DOUBLES, Wire.FIXED_64)) {
        scalars.add(new Scalar(tag, step, Double.longBitsToDouble(tensor.number())));
      } else if (tensor.is(TENSOR_CONTENT, Wire.BYTES)
          || tensor.is(TENSOR_FLOATS, Wire.BYTES)
          || tensor.is(TENSOR_DOUBLES, Wire.BYTES)) {
        ByteBuffer content = tensor.content();
        if (type == TYPE_FLOAT && content.remaining() == Float.BYTES) {
          scalars.add(new Scalar(tag, step, content.getFloat()));
        } else if (type == TYPE_DOUBLE && content.remaining() == Double.BYTES) {
          scalars.add(new Scalar(tag, step, content.getDouble()));
        }
      }
    }
  }
}
