package quorate.learning.graph;

import quorate.learning.kernel.Kernels;

/// What follows a linear step in place: functions whose slope is known from their own value.
public enum Activation {
  NONE,
  TANH,
  RELU,
  SIGMOID;

  void apply(Kernels kernels, float[] y) {
    switch (this) {
      case NONE -> {}
      case TANH -> kernels.tanh(y.length, y, 0, y, 0);
      case SIGMOID -> kernels.sigmoid(y.length, y, 0, y, 0);
      case RELU -> {
        for (int i = 0; i < y.length; i++) {
          y[i] = Math.max(y[i], 0f);
        }
      }
    }
  }

  /// The gradient before the activation.
  ///
  /// @param into takes it, unless there is no activation
  float[] backward(float[] y, float[] dy, float[] into) {
    switch (this) {
      case NONE -> {
        return dy;
      }
      case TANH -> {
        for (int i = 0; i < y.length; i++) {
          into[i] = dy[i] * (1f - y[i] * y[i]);
        }
      }
      case SIGMOID -> {
        for (int i = 0; i < y.length; i++) {
          into[i] = dy[i] * (y[i] * (1f - y[i]));
        }
      }
      case RELU -> {
        for (int i = 0; i < y.length; i++) {
          into[i] = y[i] > 0f ? dy[i] : 0f;
        }
      }
    }
    return into;
  }
}
