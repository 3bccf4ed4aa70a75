package quorate.learning.graph;

/// Each number held between two bounds; a gradient flows back inside them, bounds included.
final class Clip extends Operation {
  private final Tensor x;
  private final Tensor y;
  private final float least;
  private final float most;

  Clip(Tensor x, float least, float most, Tensor y) {
    super(y, x);
    this.x = x;
    this.y = y;
    this.least = least;
    this.most = most;
  }

  @Override
  Form form() {
    return new Form.Clip(least, most);
  }

  @Override
  void forward() {
    float[] from = x.values();
    float[] to = y.values();
    for (int i = 0; i < to.length; i++) {
      to[i] = Math.min(Math.max(from[i], least), most);
    }
  }

  @Override
  void backward() {
    float[] in = x.values();
    float[] dx = x.gradient();
    float[] dy = y.gradient();
    for (int i = 0; i < dy.length; i++) {
      dx[i] += in[i] >= least && in[i] <= most ? dy[i] : 0f;
    }
  }
}
