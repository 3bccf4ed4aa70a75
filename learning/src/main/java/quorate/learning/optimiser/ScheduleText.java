package quorate.learning.optimiser;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// Schedules as people type them and manifests keep them; see [Schedule].
final class ScheduleText {
  private ScheduleText() {}

  static String of(String name, double... numbers) {
    return Arrays.stream(numbers)
        .mapToObj(Double::toString)
        .collect(Collectors.joining(",", name + ":", ""));
  }

  /// @throws IllegalArgumentException when it says no schedule, or one that cannot be
  static Schedule parse(String text) {
    int colon = text.indexOf(':');
    List<Double> numbers = numbers(text.substring(colon + 1), text);
    int count = numbers.size();
    String name = colon < 0 ? "" : text.substring(0, colon);
    if (colon < 0 && count == 1) {
      return Schedule.constant(numbers.getFirst());
    } else if (name.equals("linear") && count == 2) {
      return Schedule.linear(numbers.get(0), numbers.get(1));
    } else if (name.equals("linear") && count == 3) {
      return new Schedule.Linear(numbers.get(0), numbers.get(1), numbers.get(2));
    } else if (name.equals("cosine") && count == 3) {
      return Schedule.cosine(numbers.get(0), numbers.get(1), numbers.get(2));
    } else if (name.equals("exponential") && count == 2) {
      return Schedule.exponential(numbers.get(0), numbers.get(1));
    } else if (name.equals("steps") && count >= 2) {
      return Schedule.steps(numbers.get(0), numbers.get(1), numbers.subList(2, count));
    }
    throw refused(text);
  }

  private static List<Double> numbers(String list, String whole) {
    try {
      return Arrays.stream(list.split(",", -1)).map(Double::valueOf).toList();
    } catch (NumberFormatException e) {
      throw refused(whole);
    }
  }

  private static IllegalArgumentException refused(String found) {
    return new IllegalArgumentException(
        "a schedule must be a number such as 0.001, or linear:from,to, cosine:warmUp,peak,end,"
            + " exponential:from,to or steps:from,factor,place,…, but was \"%s\"".formatted(found));
  }
}
