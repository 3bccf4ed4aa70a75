package quorate.features.observation;

/// The functions of two numbers.
enum Operation {
  ADD,
  SUBTRACT,
  MULTIPLY,
  DIVIDE;

  double of(double a, double b) {
    return switch (this) {
      case ADD -> a + b;
      case SUBTRACT -> a - b;
      case MULTIPLY -> a * b;
      case DIVIDE -> b == 0 ? 0 : a / b;
    };
  }
}
