package quorate.app.features;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import quorate.app.home.Home;
import quorate.app.terminal.Screen;
import quorate.app.terminal.StopException;
import quorate.app.terminal.Words;
import quorate.app.terminal.WrongNameException;
import quorate.domain.DatedText;
import quorate.domain.TextSignal;
import quorate.domain.settings.Settings;
import quorate.language.lexicon.Lexicon;
import quorate.language.lexicon.LexiconScorer;
import quorate.market.text.RawTextForm;
import quorate.market.text.RawTexts;
import quorate.market.text.TextSignalWriter;

/// Turns a file of dated texts into signals by the lexicon.
final class ScoredTexts {
  private static final Map<String, RawTextForm> FORMS =
      Map.of("posts", RawTextForm.posts(), "headlines", RawTextForm.headlines());

  private final RawTextForm form;
  private final String about;

  /// @param form name of how the file is written
  /// @param about symbol of texts that name none; empty for the market as a whole
  /// @throws WrongNameException when there is no such form
  ScoredTexts(String form, String about) {
    RawTextForm known = FORMS.get(form);
    if (known == null) {
      throw new WrongNameException(
          "--form must be posts or headlines, but was \"%s\"%s"
              .formatted(form, Settings.nearest(form, FORMS.keySet())));
    }
    this.form = known;
    this.about = about;
  }

  /// Leaves a whole file, or the one that was there.
  void write(Path from, Path into, Screen screen) {
    List<DatedText> texts = RawTexts.read(from, form);
    LexiconScorer scorer = new LexiconScorer(Lexicon.builtIn());
    Path target = into.toAbsolutePath();
    Path making = target.resolveSibling(target.getFileName() + ".making");
    long silent = 0;
    try {
      Files.createDirectories(target.getParent());
      try (TextSignalWriter signals = TextSignalWriter.create(making)) {
        for (DatedText text : texts) {
          TextSignal signal = scorer.score(withSymbol(text));
          silent += signal.confidence() == 0 ? 1 : 0;
          signals.write(signal);
        }
      }
      Files.move(making, target, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new StopException("signals cannot be written to " + into + ": " + e, e);
    }
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("file", Home.shown(target));
    result.put("signals", texts.size());
    result.put("silent", silent);
    screen.json(result);
    screen.line(
        "%s in %s; of %,d the lexicon has nothing to say"
            .formatted(Words.counted(texts.size(), "signal"), Home.shown(target), silent));
  }

  private DatedText withSymbol(DatedText text) {
    return text.symbol().isEmpty() && !about.isEmpty()
        ? new DatedText(
            text.asOfNs(), text.source(), about, text.influence(), text.textId(), text.text())
        : text;
  }
}
