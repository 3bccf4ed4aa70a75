package quorate.market.source;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quorate.domain.EventCursor;
import quorate.domain.Instrument;
import quorate.market.quality.QualityGate;
import quorate.market.quality.QualitySummary;
import quorate.market.quality.Quarantine;
import quorate.market.quality.Reason;

/// The rows of a source that pass the quality gate, in their order; the others go to quarantine.
///
/// A price that jumps is decided by the next believable row of its instrument, for which up to
/// 10,000 rows are read ahead; without one the jump is believed. Rows are not read ahead otherwise.
public final class JudgedSource implements RowSource {
  private static final int FURTHEST_AHEAD = 10_000;

  private final RowSource source;
  private final QualityGate gate;
  private final boolean judging;
  private final String file;
  private final Quarantine quarantine;
  private final Deque<SourceRow> ahead = new ArrayDeque<>();
  private final SourceRow incoming = new SourceRow();
  private final EventCursor copy = new EventCursor();
  private final Map<Reason, Long> quarantined = new EnumMap<>(Reason.class);
  private final Map<Reason, Long> flagged = new EnumMap<>(Reason.class);
  private long read;
  private long accepted;

  private JudgedSource(
      RowSource source, QualityGate gate, boolean judging, String file, Quarantine quarantine) {
    this.judging = judging;
    this.source = source;
    this.gate = gate;
    this.file = file;
    this.quarantine = quarantine;
  }

  /// Opens a file as its mapping says and judges it by the mapping's rules.
  ///
  /// @param quarantine takes the rejected rows; not closed with this
  /// @throws UnreadableSourceException when there is no such file or it is empty
  public static JudgedSource open(
      SourceMapping mapping, Path file, Listings listings, Quarantine quarantine) {
    return over(
        SourceFiles.open(mapping, file, listings), mapping, file.toString(), listings, quarantine);
  }

  /// Judges the rows of an open source.
  ///
  /// @param source closed with this
  /// @param file name for the quarantine
  public static JudgedSource over(
      RowSource source,
      SourceMapping mapping,
      String file,
      Listings listings,
      Quarantine quarantine) {
    QualityGate gate =
        new QualityGate(
            mapping.quality(),
            mapping.kind() != SourceKind.OPEN_INTEREST,
            source::instrument,
            listings.calendars());
    boolean judging = mapping.kind() != SourceKind.TABLE;
    return new JudgedSource(source, gate, judging, file, quarantine);
  }

  @Override
  public boolean next(SourceRow into) {
    while (take(into)) {
      read++;
      if (!judging) {
        accepted++;
        return true;
      }
      Reason reason = gate.judge(into.event, into.missing, into.unfit, into.id);
      if (reason == null && gate.isJump(into.event)) {
        reason = judgeJump(into);
      }
      if (reason == null) {
        gate.accept(into.event, into.id);
        accepted++;
        if (into.event.flags != 0) {
          countFlags(into.event.flags);
        }
        return true;
      }
      quarantined.merge(reason, 1L, Long::sum);
      quarantine.add(file, into.entry, into.line, reason, gate.detail(), into.text());
    }
    return false;
  }

  private boolean take(SourceRow into) {
    SourceRow waiting = ahead.poll();
    if (waiting == null) {
      return source.next(into);
    }
    into.copyFrom(waiting);
    return true;
  }

  /// Looks for the next believable row of the same instrument and asks whether the jump came back.
  private @Nullable Reason judgeJump(SourceRow jumped) {
    jumped.text();
    SourceRow witness = witness(jumped);
    return witness != null && gate.isReturn(jumped.event, witness.event)
        ? gate.judgeReturned(jumped.event)
        : null;
  }

  private @Nullable SourceRow witness(SourceRow jumped) {
    for (SourceRow later : ahead) {
      if (isWitness(jumped, later)) {
        return later;
      }
    }
    while (ahead.size() < FURTHEST_AHEAD && source.next(incoming)) {
      SourceRow later = new SourceRow();
      later.copyFrom(incoming);
      ahead.add(later);
      if (isWitness(jumped, later)) {
        return later;
      }
    }
    return null;
  }

  /// Whether a later row is of the same instrument, later in time and fit to be accepted itself.
  private boolean isWitness(SourceRow jumped, SourceRow later) {
    if (later.event.instrument != jumped.event.instrument) {
      return false;
    }
    copy.copyFrom(later.event);
    return gate.judge(copy, later.missing, later.unfit, later.id) == null
        && later.event.timeNs >= jumped.event.timeNs;
  }

  private void countFlags(int flags) {
    for (Reason reason : Reason.values()) {
      if ((flags & reason.flag()) != 0) {
        flagged.merge(reason, 1L, Long::sum);
      }
    }
  }

  /// How the rows given or rejected so far were judged.
  public QualitySummary summary() {
    return new QualitySummary(read, accepted, quarantined, flagged);
  }

  @Override
  public Instrument instrument(int number) {
    return source.instrument(number);
  }

  @Override
  public int instrumentCount() {
    return source.instrumentCount();
  }

  @Override
  public long lines() {
    return source.lines();
  }

  @Override
  public void close() {
    source.close();
  }
}
