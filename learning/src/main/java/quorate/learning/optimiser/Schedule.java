package quorate.learning.optimiser;

import java.util.List;
import java.util.stream.DoubleStream;

/// How a number goes from the start of a training to its end, such as a learning rate.
///
/// Progress is the share of all steps that is done; beyond 1 everything stays as it is there. As
/// text, both ways: the number of one that stays, or `linear:from,to`, `cosine:warmUp,peak,end`,
/// `exponential:from,to` or `steps:from,factor,place,…`.
public sealed interface Schedule {
  /// @param progress 0 at the start, 1 at the end and beyond
  /// @throws IllegalArgumentException when it is below 0 or NaN
  double at(double progress);

  /// Always the same.
  static Schedule constant(double value) {
    return new Constant(value);
  }

  /// In a line from one number to another.
  static Schedule linear(double from, double to) {
    return new Linear(from, to, 1);
  }

  /// In a line to 0 at the end, or always the same.
  static Schedule falling(double from, boolean falls) {
    return falls ? linear(from, 0) : constant(from);
  }

  /// In a line up to `peak` over the share `warmUp`, then down to `end` along half a cosine. I.
  /// Loshchilov and F. Hutter, "SGDR" (ICLR 2017), equation 5, without restarts.
  static Schedule cosine(double warmUp, double peak, double end) {
    return new Cosine(warmUp, peak, end);
  }

  /// From one number to another by the same factor in equal times.
  static Schedule exponential(double from, double to) {
    return new Exponential(from, to);
  }

  /// Multiplied by a factor at each of some places.
  static Schedule steps(double from, double factor, List<Double> places) {
    return new Steps(from, factor, places);
  }

  /// Reads what the text of a schedule says.
  ///
  /// @throws IllegalArgumentException when it says none, or one that cannot be
  static Schedule parse(String text) {
    return ScheduleText.parse(text);
  }

  /// Whether a learning rate may go so: never below 0, and somewhere above it.
  default boolean isRate() {
    return Math.min(at(0), at(1)) >= 0 && Math.max(at(0), at(1)) > 0;
  }

  private static double held(double progress) {
    if (!(progress >= 0)) {
      throw new IllegalArgumentException("progress must be at least 0, but was " + progress);
    }
    return Math.min(progress, 1);
  }

  private static void check(boolean holds, String rule, Object found) {
    if (!holds) {
      throw new IllegalArgumentException("a schedule's " + rule + ", but was " + found);
    }
  }

  /// @param value finite
  record Constant(double value) implements Schedule {
    public Constant {
      check(Double.isFinite(value), "value must be finite", value);
    }

    @Override
    public double at(double progress) {
      held(progress);
      return value;
    }

    @Override
    public String toString() {
      return Double.toString(value);
    }
  }

  /// @param from at the start
  /// @param to from `until` on
  /// @param until progress at which it arrives, above 0 and at most 1
  record Linear(double from, double to, double until) implements Schedule {
    public Linear {
      check(Double.isFinite(from), "start must be finite", from);
      check(Double.isFinite(to), "end must be finite", to);
      check(until > 0 && until <= 1, "place of arrival must be above 0 and at most 1", until);
    }

    /// (1 − x)·from + x·to, which is exact at both ends and where one of them is 0.
    @Override
    public double at(double progress) {
      double done = Math.min(held(progress) / until, 1);
      return from * (1 - done) + to * done;
    }

    @Override
    public String toString() {
      return until == 1
          ? ScheduleText.of("linear", from, to)
          : ScheduleText.of("linear", from, to, until);
    }
  }

  /// @param warmUp share of all steps, from 0 for none to below 1
  /// @param peak at the end of the warm-up
  /// @param end at the end
  record Cosine(double warmUp, double peak, double end) implements Schedule {
    public Cosine {
      check(warmUp >= 0 && warmUp < 1, "warm-up must be from 0 to below 1", warmUp);
      check(Double.isFinite(peak), "peak must be finite", peak);
      check(Double.isFinite(end), "end must be finite", end);
    }

    @Override
    public double at(double progress) {
      double done = held(progress);
      if (done < warmUp) {
        return peak * (done / warmUp);
      }
      double down = (done - warmUp) / (1 - warmUp);
      return end + 0.5 * (peak - end) * (1 + StrictMath.cos(Math.PI * down));
    }

    @Override
    public boolean isRate() {
      return peak >= 0 && end >= 0 && Math.max(peak, end) > 0;
    }

    @Override
    public String toString() {
      return ScheduleText.of("cosine", warmUp, peak, end);
    }
  }

  /// @param from at the start, above 0
  /// @param to at the end, above 0
  record Exponential(double from, double to) implements Schedule {
    public Exponential {
      check(from > 0 && Double.isFinite(from), "start must be above 0 and finite", from);
      check(to > 0 && Double.isFinite(to), "end must be above 0 and finite", to);
    }

    @Override
    public double at(double progress) {
      return from * StrictMath.pow(to / from, held(progress));
    }

    @Override
    public String toString() {
      return ScheduleText.of("exponential", from, to);
    }
  }

  /// @param from before the first place
  /// @param factor by which it is multiplied at each, at least 0
  /// @param places progress, rising, each above 0 and below 1
  record Steps(double from, double factor, List<Double> places) implements Schedule {
    public Steps {
      places = List.copyOf(places);
      check(Double.isFinite(from), "start must be finite", from);
      check(factor >= 0 && Double.isFinite(factor), "factor must be at least 0", factor);
      double last = 0;
      for (double place : places) {
        check(place > last && place < 1, "places must rise between 0 and 1", places);
        last = place;
      }
    }

    @Override
    public double at(double progress) {
      double done = held(progress);
      double value = from;
      for (int i = 0; i < places.size() && places.get(i) <= done; i++) {
        value *= factor;
      }
      return value;
    }

    @Override
    public String toString() {
      return ScheduleText.of(
          "steps",
          DoubleStream.concat(
                  DoubleStream.of(from, factor), places.stream().mapToDouble(Double::doubleValue))
              .toArray());
    }
  }
}
