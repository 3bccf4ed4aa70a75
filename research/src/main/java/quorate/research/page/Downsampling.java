package quorate.research.page;

import java.util.stream.IntStream;

/// Fewer points that look the same.
final class Downsampling {
  private Downsampling() {}

  /// The points of a line to keep: largest triangle three buckets, from Steinarsson, "Downsampling
  /// time series for visual representation" (University of Iceland, 2013).
  ///
  /// The first and last are kept; of each bucket between, the point that makes the largest triangle
  /// with the point kept before and the mean of the bucket after. Linear cost.
  ///
  /// @param x never falling
  /// @param most points to keep, at least 3
  /// @return places in `x`, rising
  static int[] largestTriangles(long[] x, double[] y, int most) {
    int size = x.length;
    if (size <= most) {
      return IntStream.range(0, size).toArray();
    }
    int[] kept = new int[most];
    kept[most - 1] = size - 1;
    double width = (double) (size - 2) / (most - 2);
    int before = 0;
    for (int bucket = 0; bucket < most - 2; bucket++) {
      int from = 1 + (int) (bucket * width);
      int to = 1 + (int) ((bucket + 1) * width);
      int nextTo = Math.min(size, 1 + (int) ((bucket + 2) * width));
      double nextX = 0;
      double nextY = 0;
      for (int i = to; i < nextTo; i++) {
        nextX += x[i] - x[before];
        nextY += y[i];
      }
      int count = Math.max(1, nextTo - to);
      before = largest(x, y, before, from, to, nextX / count, nextY / count);
      kept[bucket + 1] = before;
    }
    return kept;
  }

  private static int largest(
      long[] x, double[] y, int before, int from, int to, double nextX, double nextY) {
    int best = from;
    double bestArea = -1;
    for (int i = from; i < to; i++) {
      double area = Math.abs(nextX * (y[i] - y[before]) - (x[i] - x[before]) * (nextY - y[before]));
      if (area > bestArea) {
        bestArea = area;
        best = i;
      }
    }
    return best;
  }

  /// Where bucket number `bucket` of `buckets` begins among `size` points.
  static int bucketStart(int bucket, int size, int buckets) {
    return (int) ((long) bucket * size / buckets);
  }
}
