package quorate.learning.graph;

import quorate.learning.kernel.Kernels;

/// A function of each number on its own.
final class Unary extends Operation {
  private static final float ROOT_HALF = (float) Math.sqrt(0.5);
  private static final float DENSITY_AT_0 = (float) (1 / Math.sqrt(2 * Math.PI));

  private final Kernels kernels;
  private final UnaryFunction function;
  private final Tensor x;
  private final Tensor y;

  /// What the function needs beside x and y: the gate of GELU and SiLU, which its gradient takes
  /// up, or the slope of softplus.
  private final float[] gate;

  private final float[] density;

  Unary(Kernels kernels, UnaryFunction function, Tensor x, Tensor y) {
    super(y, x);
    this.kernels = kernels;
    this.function = function;
    this.x = x;
    this.y = y;
    boolean gated =
        function == UnaryFunction.SOFTPLUS
            || function == UnaryFunction.GELU
            || function == UnaryFunction.SILU;
    this.gate = new float[gated ? x.shape().count() : 0];
    this.density = new float[function == UnaryFunction.GELU ? x.shape().count() : 0];
  }

  @Override
  Form form() {
    return new Form.Unary(function);
  }

  @Override
  void forward() {
    float[] from = x.values();
    float[] to = y.values();
    int n = to.length;
    switch (function) {
      case NEGATE -> {
        for (int i = 0; i < n; i++) {
          to[i] = -from[i];
        }
      }
      case EXP -> kernels.exp(n, from, 0, to, 0);
      case LOG -> kernels.log(n, from, 0, to, 0);
      case TANH -> kernels.tanh(n, from, 0, to, 0);
      case SIGMOID -> kernels.sigmoid(n, from, 0, to, 0);
      case RELU -> {
        for (int i = 0; i < n; i++) {
          to[i] = Math.max(from[i], 0f);
        }
      }
      case SOFTPLUS -> kernels.softplus(n, from, 0, to, 0);
      case GELU -> {
        for (int i = 0; i < n; i++) {
          gate[i] = from[i] * ROOT_HALF;
        }
        kernels.erf(n, gate, 0, gate, 0);
        for (int i = 0; i < n; i++) {
          gate[i] = Math.fma(0.5f, gate[i], 0.5f);
          to[i] = from[i] * gate[i];
        }
      }
      case SILU -> {
        kernels.sigmoid(n, from, 0, gate, 0);
        for (int i = 0; i < n; i++) {
          to[i] = from[i] * gate[i];
        }
      }
      case SQUARE -> {
        for (int i = 0; i < n; i++) {
          to[i] = from[i] * from[i];
        }
      }
      case ROOT -> {
        for (int i = 0; i < n; i++) {
          to[i] = (float) Math.sqrt(from[i]);
        }
      }
      case ABSOLUTE -> {
        for (int i = 0; i < n; i++) {
          to[i] = Math.abs(from[i]);
        }
      }
      case LOG_GAMMA -> {
        for (int i = 0; i < n; i++) {
          to[i] = (float) GammaFunctions.log(from[i]);
        }
      }
      case DIGAMMA -> {
        for (int i = 0; i < n; i++) {
          to[i] = (float) GammaFunctions.digamma(from[i]);
        }
      }
    }
  }

  @Override
  void backward() {
    float[] in = x.values();
    float[] out = y.values();
    float[] dx = x.gradient();
    float[] dy = y.gradient();
    int n = out.length;
    switch (function) {
      case NEGATE -> {
        for (int i = 0; i < n; i++) {
          dx[i] -= dy[i];
        }
      }
      case EXP -> {
        for (int i = 0; i < n; i++) {
          dx[i] += dy[i] * out[i];
        }
      }
      case LOG -> {
        for (int i = 0; i < n; i++) {
          dx[i] += dy[i] / in[i];
        }
      }
      case TANH -> {
        for (int i = 0; i < n; i++) {
          dx[i] += dy[i] * (1f - out[i] * out[i]);
        }
      }
      case SIGMOID -> {
        for (int i = 0; i < n; i++) {
          dx[i] += dy[i] * (out[i] * (1f - out[i]));
        }
      }
      case RELU -> {
        for (int i = 0; i < n; i++) {
          dx[i] += in[i] > 0f ? dy[i] : 0f;
        }
      }
      case SOFTPLUS -> {
        kernels.sigmoid(n, in, 0, gate, 0);
        for (int i = 0; i < n; i++) {
          dx[i] += dy[i] * gate[i];
        }
      }
      case GELU -> {
        for (int i = 0; i < n; i++) {
          density[i] = -0.5f * in[i] * in[i];
        }
        kernels.exp(n, density, 0, density, 0);
        for (int i = 0; i < n; i++) {
          dx[i] += dy[i] * Math.fma(in[i] * DENSITY_AT_0, density[i], gate[i]);
        }
      }
      case SILU -> {
        for (int i = 0; i < n; i++) {
          dx[i] += dy[i] * (gate[i] + out[i] * (1f - gate[i]));
        }
      }
      case SQUARE -> {
        for (int i = 0; i < n; i++) {
          dx[i] += dy[i] * (2f * in[i]);
        }
      }
      case ROOT -> {
        for (int i = 0; i < n; i++) {
          dx[i] += dy[i] * 0.5f / out[i];
        }
      }
      case ABSOLUTE -> {
        for (int i = 0; i < n; i++) {
          dx[i] += dy[i] * Math.signum(in[i]);
        }
      }
      case LOG_GAMMA -> {
        for (int i = 0; i < n; i++) {
          dx[i] += dy[i] * (float) GammaFunctions.digamma(in[i]);
        }
      }
      case DIGAMMA -> {
        for (int i = 0; i < n; i++) {
          dx[i] += dy[i] * (float) GammaFunctions.trigamma(in[i]);
        }
      }
    }
  }
}
