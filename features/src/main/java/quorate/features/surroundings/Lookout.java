package quorate.features.surroundings;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.ObjLongConsumer;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import quorate.domain.MacroRelease;
import quorate.domain.TextSignal;
import quorate.features.asof.DatedFeature;
import quorate.features.asof.InTime;
import quorate.features.macro.MacroFeatures;
import quorate.features.state.StateCodec;
import quorate.features.state.Stateful;
import quorate.features.surroundings.Surroundings.Releases;
import quorate.features.surroundings.Surroundings.Signals;
import quorate.features.text.SymbolTexts;
import quorate.features.text.TextFeatures;

/// What is out of the surroundings at the end of one bar after another, of one instrument and one
/// timeframe: texts of a bar are those since the bar before, so timeframes do not share it.
///
/// Features are asked for before the first bar. A bar allocates nothing but what its texts and
/// releases do. After loading a saved state, what was out by its time is passed over, so a resumed
/// run sees what an unbroken one does. For one thread.
public final class Lookout implements Stateful {
  private static final long NEVER = Long.MIN_VALUE;

  private final String symbol;
  private final @Nullable Releases releases;
  private final @Nullable Signals signals;
  private final List<Expected> expected = new ArrayList<>();
  private @Nullable Stream<MacroRelease, MacroFeatures> macro;
  private @Nullable Stream<TextSignal, SymbolTexts> texts;
  private long asOfNs = NEVER;

  Lookout(String symbol, @Nullable Releases releases, @Nullable Signals signals) {
    this.symbol = symbol;
    this.releases = releases;
    this.signals = signals;
  }

  /// A feature of the releases; it follows [#close].
  ///
  /// @param feature such as `term_spread` or `minus(dgs10, dgs2)`
  /// @throws IllegalArgumentException when there are no releases, or the feature is wrong
  public DatedFeature macro(String feature) {
    if (releases == null) {
      throw new IllegalArgumentException(
          "macro must be given releases of economic series, but there are none; set data.macro to their files");
    }
    if (macro != null) {
      throw new IllegalStateException(
          "features must be asked for before the first bar, but macro(%s) came after it"
              .formatted(feature));
    }
    List<String> checked = new MacroFeatures(List.of(feature), releases.seriesFor(feature)).names();
    Expected made = new Expected(checked.getFirst());
    expected.add(made);
    return made;
  }

  /// A feature of the instrument's texts; it follows [#close].
  ///
  /// @param feature such as `sentiment`
  /// @throws IllegalArgumentException when there are no texts, or no such feature
  public DatedFeature text(String feature) {
    if (signals == null) {
      throw new IllegalArgumentException(
          "text must be given signals of texts, but there are none; set data.texts to their files");
    }
    if (texts == null) {
      texts =
          new Stream<>(
              signals.bySymbol().getOrDefault(symbol, List.of()),
              TextSignal::asOfNs,
              new SymbolTexts(symbol, signals.settings()),
              SymbolTexts::signal,
              SymbolTexts::asOf);
    }
    return texts.follower.feature(TextFeatures.feature(feature));
  }

  /// Whether anybody asked for a feature.
  public boolean isUsed() {
    return texts != null || !expected.isEmpty();
  }

  /// Moves on to the end of the next bar; features then are what was known at it. What came before
  /// the first bar is no part of that bar's texts.
  ///
  /// @param startNs of the bar, UTC nanoseconds
  /// @param endNs of the bar, never earlier than that of the bar before
  public void close(long startNs, long endNs) {
    if (asOfNs == NEVER) {
      begin();
      moveTo(startNs);
    }
    moveTo(endNs);
  }

  /// Macro features are made all at once, when the last has been asked for.
  private void begin() {
    if (macro != null || releases == null || expected.isEmpty()) {
      return;
    }
    List<String> names = expected.stream().map(each -> each.name).distinct().toList();
    TreeSet<String> series = new TreeSet<>();
    names.forEach(name -> series.addAll(releases.seriesFor(name)));
    MacroFeatures features = new MacroFeatures(names, series);
    macro =
        new Stream<>(
            releases.inOrder(),
            MacroRelease::releasedAtNs,
            features,
            MacroFeatures::release,
            MacroFeatures::asOf);
    expected.forEach(each -> each.is = features.feature(each.name));
  }

  private void moveTo(long timeNs) {
    if (macro != null) {
      macro.moveTo(timeNs);
    }
    if (texts != null) {
      texts.moveTo(timeNs);
    }
    asOfNs = timeNs;
  }

  @Override
  public void state(StateCodec codec) {
    begin();
    long before = asOfNs;
    asOfNs = codec.whole(asOfNs);
    if (macro != null) {
      macro.follower.state(codec);
    }
    if (texts != null) {
      texts.follower.state(codec);
    }
    if (asOfNs != before) {
      if (macro != null) {
        macro.passOver(asOfNs);
      }
      if (texts != null) {
        texts.passOver(asOfNs);
      }
    }
  }

  /// Dated things and what follows them.
  private static final class Stream<T, F extends Stateful> {
    private final List<T> inOrder;
    private final ToLongFunction<T> timeNs;
    private final F follower;
    private final Consumer<T> take;
    private final ObjLongConsumer<F> look;
    private InTime<T> ahead;

    Stream(
        List<T> inOrder,
        ToLongFunction<T> timeNs,
        F follower,
        BiConsumer<F, T> take,
        ObjLongConsumer<F> look) {
      this.inOrder = inOrder;
      this.timeNs = timeNs;
      this.follower = follower;
      this.take = each -> take.accept(follower, each);
      this.look = look;
      ahead = new InTime<>(inOrder.iterator(), timeNs);
    }

    void moveTo(long nowNs) {
      ahead.until(nowNs, take);
      look.accept(follower, nowNs);
    }

    /// Begins after what the follower's state holds already.
    void passOver(long nowNs) {
      ahead = new InTime<>(inOrder.iterator(), timeNs);
      ahead.until(nowNs, passed -> {});
    }
  }

  /// A macro feature, which is there when all have been asked for.
  private static final class Expected implements DatedFeature {
    private final String name;
    private @Nullable DatedFeature is;

    Expected(String name) {
      this.name = name;
    }

    @Override
    public double value() {
      return is == null ? Double.NaN : is.value();
    }

    @Override
    public boolean ready() {
      return is != null && is.ready();
    }
  }
}
