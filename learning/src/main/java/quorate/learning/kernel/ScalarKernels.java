package quorate.learning.kernel;

/// Element by element; loops that the compiler may turn into vectors, which changes no bit.
final class ScalarKernels implements Kernels {
  @Override
  public String description() {
    return "scalar";
  }

  @Override
  public void multiply(
      int from,
      int to,
      int n,
      int k,
      float[] a,
      int aAt,
      int aRow,
      int aColumn,
      float[] b,
      int bAt,
      int bRow,
      float[] c,
      int cAt,
      int cRow,
      boolean add) {
    for (int i = from; i < to; i++) {
      int ci = cAt + i * cRow;
      if (!add) {
        java.util.Arrays.fill(c, ci, ci + n, 0f);
      }
      for (int p = 0; p < k; p++) {
        float x = a[aAt + i * aRow + p * aColumn];
        int bp = bAt + p * bRow;
        for (int j = 0; j < n; j++) {
          c[ci + j] = Math.fma(x, b[bp + j], c[ci + j]);
        }
      }
    }
  }

  @Override
  public float sum(int n, float[] x, int at) {
    float[] lanes = new float[LANES];
    for (int i = 0; i < n; i++) {
      lanes[i % LANES] += x[at + i];
    }
    return ScalarMath.join(lanes);
  }

  @Override
  public float dot(int n, float[] x, int xAt, float[] y, int yAt) {
    float[] lanes = new float[LANES];
    for (int i = 0; i < n; i++) {
      lanes[i % LANES] = Math.fma(x[xAt + i], y[yAt + i], lanes[i % LANES]);
    }
    return ScalarMath.join(lanes) + 0f;
  }

  @Override
  public void exp(int n, float[] x, int xAt, float[] y, int yAt) {
    for (int i = 0; i < n; i++) {
      y[yAt + i] = ScalarMath.exp(x[xAt + i]);
    }
  }

  @Override
  public void log(int n, float[] x, int xAt, float[] y, int yAt) {
    for (int i = 0; i < n; i++) {
      y[yAt + i] = ScalarMath.log(x[xAt + i]);
    }
  }

  @Override
  public void tanh(int n, float[] x, int xAt, float[] y, int yAt) {
    for (int i = 0; i < n; i++) {
      y[yAt + i] = ScalarMath.tanh(x[xAt + i]);
    }
  }

  @Override
  public void sigmoid(int n, float[] x, int xAt, float[] y, int yAt) {
    for (int i = 0; i < n; i++) {
      y[yAt + i] = ScalarMath.sigmoid(x[xAt + i]);
    }
  }

  @Override
  public void softplus(int n, float[] x, int xAt, float[] y, int yAt) {
    for (int i = 0; i < n; i++) {
      y[yAt + i] = ScalarMath.softplus(x[xAt + i]);
    }
  }

  @Override
  public void erf(int n, float[] x, int xAt, float[] y, int yAt) {
    for (int i = 0; i < n; i++) {
      y[yAt + i] = ScalarMath.erf(x[xAt + i]);
    }
  }

  @Override
  public void adam(
      int from,
      int to,
      float[] p,
      float[] g,
      float[] m,
      float[] v,
      float scale,
      float beta1,
      float beta2,
      float rate,
      float root,
      float epsilon,
      float decay) {
    for (int i = from; i < to; i++) {
      float gradient = g[i] * scale;
      m[i] = Math.fma(beta1, m[i], (1f - beta1) * gradient);
      v[i] = Math.fma(beta2, v[i], (1f - beta2) * gradient * gradient);
      float kept = Math.fma(-decay, p[i], p[i]);
      p[i] = ScalarMath.adamStep(kept, m[i], v[i], rate, root, epsilon);
    }
  }
}
