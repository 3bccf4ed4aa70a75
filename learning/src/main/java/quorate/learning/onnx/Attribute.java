package quorate.learning.onnx;

import java.util.List;

/// A named setting of a node.
sealed interface Attribute {
  String name();

  /// A 32-bit number.
  record Real(String name, float value) implements Attribute {}

  /// A whole number.
  record Whole(String name, long value) implements Attribute {}

  /// Several whole numbers.
  record Wholes(String name, List<Long> values) implements Attribute {}

  /// A word.
  record Text(String name, String value) implements Attribute {}

  static Attribute of(String name, float value) {
    return new Real(name, value);
  }

  static Attribute of(String name, int value) {
    return new Whole(name, value);
  }

  static Attribute of(String name, List<Long> values) {
    return new Wholes(name, values);
  }

  static Attribute of(String name, String value) {
    return new Text(name, value);
  }
}
