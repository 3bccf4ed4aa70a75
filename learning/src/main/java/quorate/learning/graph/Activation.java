package quorate.learning.graph;

import quorate.learning.kernel.Kernels;

/// What follows a linear step in place: functions whose slope is known from their own value.
public enum Activation {
  NONE,
  TANH,
  RELU,
  SIGMOID;

  /// In place, `count` numbers from `at` on.
  void apply(Kernels kernels, float[] y, int at, int count) {
    switch (this) {
      case NONE -> {}
      case TANH -> kernels.tanh(count, y, at, y, at);
      case SIGMOID -> kernels.sigmoid(count, y, at, y, at);
      case RELU -> {
        for (int i = at; i < at + count; i++) {
          y[i] = Math.max(y[i], 0f);
        }
      }
    }
  }

  /// Turns the gradient after the activation into the one before it, in place, `count` numbers from
  /// `at` on.
  void backward(Kernels kernels, float[] y, float[] dy, int at, int count) {
    int end = at + count;
    switch (this) {
      case NONE -> {}
      case TANH -> {
        for (int i = at; i < end; i++) {
          dy[i] *= 1f - y[i] * y[i];
        }
      }
      case SIGMOID -> {
        for (int i = at; i < end; i++) {
          dy[i] *= y[i] * (1f - y[i]);
        }
      }
      case RELU -> kernels.clearWhereNotPositive(count, y, at, dy, at);
    }
  }
}
