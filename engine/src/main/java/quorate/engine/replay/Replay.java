package quorate.engine.replay;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import quorate.domain.JournalEntry.InputReferenced;
import quorate.engine.BacktestSession;
import quorate.engine.Progress;
import quorate.market.feed.Feed;
import quorate.market.tape.TapeReader;

/// Feeds the recorded inputs of a run to a fresh engine and compares what comes out.
public final class Replay {
  private Replay() {}

  /// What a replay found.
  ///
  /// @param compared journal entries that were the same, bit for bit
  /// @param divergence the first that was not
  /// @param damage blocks of the recording whose checksum is wrong
  public record Outcome(long compared, Optional<Divergence> divergence, List<String> damage) {
    public Outcome {
      damage = List.copyOf(damage);
    }

    public boolean isSame() {
      return divergence.isEmpty() && damage.isEmpty();
    }
  }

  /// The inputs that a run has recorded.
  ///
  /// @throws quorate.market.tape.TapeException when the tape cannot be read
  public static List<InputReferenced> inputs(Path tape) {
    List<InputReferenced> inputs = new ArrayList<>();
    try (TapeReader reader = TapeReader.open(tape, TapeReader.OnDamage.REPORT)) {
      while (reader.next() && !reader.isEvent()) {
        if (!(reader.journal() instanceof InputReferenced input)) {
          break;
        }
        inputs.add(input);
      }
    }
    return inputs;
  }

  /// Runs a fresh session over the recorded inputs.
  ///
  /// @param tape of the run
  /// @param session made from the run's own playbook
  /// @param feed of the inputs that the run has recorded
  public static Outcome run(
      Path tape,
      BacktestSession session,
      Feed feed,
      List<InputReferenced> inputs,
      Progress progress) {
    try (ComparingTape comparing = new ComparingTape(tape)) {
      session.run(feed, inputs, comparing, progress);
      Optional<Divergence> divergence = comparing.result();
      return new Outcome(comparing.compared(), divergence, comparing.damage());
    }
  }
}
