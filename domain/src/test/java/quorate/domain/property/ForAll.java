package quorate.domain.property;

import java.util.function.Consumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import quorate.domain.chance.Philox;

/// Checks a law over many generated cases; each case has a seed of its own, so a failing one can be
/// run alone.
public final class ForAll {
  private ForAll() {}

  /// Runs `law` on `cases` values made by `generator`.
  ///
  /// @throws AssertionError naming the case, its seed and its value when the law is broken
  public static <T> void cases(
      int cases, long seed, Function<RandomGenerator, T> generator, Consumer<T> law) {
    for (int i = 0; i < cases; i++) {
      long caseSeed = seed * 1_000_003L + i;
      T value = generator.apply(Philox.seeded(caseSeed));
      try {
        law.accept(value);
      } catch (RuntimeException | AssertionError broken) {
        throw new AssertionError(
            "case %d (seed %d) broke the law: %s%nvalue: %s"
                .formatted(i, caseSeed, broken.getMessage(), value),
            broken);
      }
    }
  }
}
