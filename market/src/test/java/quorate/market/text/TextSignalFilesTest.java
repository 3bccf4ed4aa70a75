package quorate.market.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import quorate.domain.TextSignal;
import quorate.domain.TextSource;
import quorate.domain.property.ForAll;
import quorate.market.source.UnreadableSourceException;

class TextSignalFilesTest {
  @TempDir Path folder;

  @Test
  void readsBackWhatWasWrittenBitForBit() {
    ForAll.cases(
        50,
        9,
        chance -> {
          List<TextSignal> signals = new ArrayList<>();
          long timeNs = chance.nextLong(2_000_000_000_000_000_000L);
          for (int i = 0; i < 20; i++) {
            timeNs += chance.nextInt(3) * chance.nextLong(1_000_000_000_000L);
            signals.add(
                new TextSignal(
                    timeNs,
                    List.of(TextSource.values()).get(chance.nextInt(5)),
                    chance.nextBoolean() ? "" : "BRK.B",
                    2 * chance.nextDouble() - 1,
                    chance.nextDouble(),
                    chance.nextDouble(),
                    "“quoted” \\ \n",
                    10 * chance.nextDouble(),
                    "id " + chance.nextInt()));
          }
          return signals;
        },
        signals -> assertThat(readBack(signals)).isEqualTo(signals));
  }

  @Test
  void fillsInWhatMayBeLeftOut() throws IOException {
    Path file =
        write(
            "{\"asOf\":\"2020-07-18T04:00:00Z\",\"source\":\"news\",\"symbol\":\"\",\"sentiment\":-0.5,\"confidence\":1,\"textId\":\"17\"}\n");

    try (TextSignalReader reader = TextSignalReader.open(file)) {
      TextSignal signal = reader.next();
      assertThat(signal.relevance()).isEqualTo(1);
      assertThat(signal.influence()).isEqualTo(1);
      assertThat(signal.topic()).isEmpty();
      assertThat(reader.hasNext()).isFalse();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "\"sentimant\":0 | unknown key \"sentimant\"; did you mean \"sentiment\"?",
        "\"asOf\":\"2020-07-18\" | asOf must be an instant in UTC such as 2020-07-18T04:00:00Z, but was \"2020-07-18\"",
        "\"source\":\"twitter\" | source must be one of news, stocktwits, x, filing, macro, but was \"twitter\"",
        "\"sentiment\":1.5 | sentiment must be from -1 to 1, but was 1.5 (text \"17\")",
        "\"sentiment\":\"good\" | sentiment must be a number, but was \"good\" (text \"17\")",
        "\"confidence\":null | \"confidence\" must be a text or a number, but is VALUE_NULL",
        "\"textId\":\"17\",\"textId\":\"18\" | \"textId\" must be there once, but is there twice",
      })
  void refusesALineThatIsNoSignalWithItsNumber(String change, String message) throws IOException {
    String key = change.substring(1, change.indexOf('"', 1));
    String good =
        "\"asOf\":\"2020-07-18T04:00:00Z\",\"source\":\"news\",\"symbol\":\"\",\"sentiment\":0,\"confidence\":1,\"textId\":\"17\"";
    String rest = good.replaceFirst("\"" + key + "\":[^,]*,?", "").replaceFirst(",$", "");
    Path file = write("{" + good + "}\n\n{" + rest + "," + change + "}\n");

    assertThatThrownBy(() -> readAll(file))
        .isInstanceOf(UnreadableSourceException.class)
        .hasMessage("%s, line 3: %s", file, message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"source\":\"news\"} | key \"asOf\" must be there, but the keys are [source]",
        "[1] | a line must be a JSON object, but begins with START_ARRAY",
        "{\"asOf\":\"2020 | a line must be a whole JSON object",
        "{} {} | a line must hold one JSON object, but holds more",
      })
  void refusesALineThatIsNoObject(String line, String message) throws IOException {
    Path file = write(line + "\n");

    assertThatThrownBy(() -> readAll(file))
        .isInstanceOf(UnreadableSourceException.class)
        .hasMessageContaining(file + ", line 1: " + message);
  }

  @Test
  void refusesAFileThatGoesBackInTime() throws IOException {
    String line =
        "{\"asOf\":\"2020-07-%s\",\"source\":\"news\",\"symbol\":\"\",\"sentiment\":0,\"confidence\":1,\"textId\":\"17\"}\n";
    Path file = write(line.formatted("18T04:00:00Z") + line.formatted("18T03:59:59.999999999Z"));

    assertThatThrownBy(() -> readAll(file))
        .isInstanceOf(UnreadableSourceException.class)
        .hasMessage(
            "%s, line 2: signals must be in the order of asOf, but 2020-07-18T03:59:59.999999999Z came after a later one (text \"17\"); sort the file",
            file);
  }

  @Test
  void refusesToWriteBackInTime() throws IOException {
    Path file = folder.resolve("signals.jsonl");
    try (TextSignalWriter writer = TextSignalWriter.create(file)) {
      writer.write(signal(1));
      assertThatThrownBy(() -> writer.write(signal(0)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith(
              "signals must be written in the order of asOf, but 1970-01-01T00:00:00Z came after");
    }
    assertThat(readAll(file)).containsExactly(signal(1));
  }

  private List<TextSignal> readBack(List<TextSignal> signals) {
    Path file = folder.resolve("signals.jsonl");
    try (TextSignalWriter writer = TextSignalWriter.create(file)) {
      for (TextSignal signal : signals) {
        writer.write(signal);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return readAll(file);
  }

  private static List<TextSignal> readAll(Path file) {
    List<TextSignal> signals = new ArrayList<>();
    try (TextSignalReader reader = TextSignalReader.open(file)) {
      reader.forEachRemaining(signals::add);
    }
    return signals;
  }

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("signals.jsonl"), text);
  }

  private static TextSignal signal(long asOfNs) {
    return new TextSignal(asOfNs, TextSource.NEWS, "", 0, 1, 1, "", 1, "17");
  }
}
