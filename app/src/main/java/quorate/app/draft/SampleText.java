package quorate.app.draft;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipInputStream;
import quorate.app.home.Home;
import quorate.app.terminal.StopException;

/// The first lines of a user's file: plain, of a gzip, or of a zip's first entry.
///
/// @param file where they come from
/// @param lines without blank ones, at least two
record SampleText(Path file, List<String> lines) {
  private static final int MOST_LINES = 2_000;
  private static final int MAGIC = 4;

  SampleText {
    lines = List.copyOf(lines);
  }

  /// @throws StopException when there is no such file, or it is not delimited text of two lines
  static SampleText of(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new StopException(
          "input file must exist, but there is none at " + file + "; check its path");
    }
    List<String> lines = new ArrayList<>();
    try (InputStream bytes = unpacked(new BufferedInputStream(Files.newInputStream(file)));
        BufferedReader text =
            new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
      for (String line = text.readLine();
          line != null && lines.size() < MOST_LINES;
          line = text.readLine()) {
        if (!line.isBlank()) {
          lines.add(lines.isEmpty() ? withoutMark(line) : line);
        }
      }
    } catch (IOException e) {
      throw new StopException(
          "%s cannot be read: %s".formatted(Home.shown(file), e.getMessage()), e);
    }
    requireTable(file, lines);
    return new SampleText(file, lines);
  }

  private static String withoutMark(String line) {
    return line.startsWith("\uFEFF") ? line.substring(1) : line;
  }

  private static void requireTable(Path file, List<String> lines) {
    String advice = "; write its mapping by hand (docs/mappings.md)";
    if (lines.size() < 2) {
      throw new StopException(
          "a mapping is guessed from at least two lines, but %s has %d"
              .formatted(Home.shown(file), lines.size()));
    }
    String first = lines.getFirst().strip();
    if (first.startsWith("{") || first.startsWith("[")) {
      throw new StopException(
          "a mapping is guessed from delimited text, but %s is JSON%s, as mappings/freqtrade-minute.yaml does"
              .formatted(Home.shown(file), advice));
    }
    if (first.indexOf('\0') >= 0 || first.indexOf('\uFFFD') >= 0) {
      throw new StopException(
          "a mapping is guessed from delimited text, but %s is not text%s"
              .formatted(Home.shown(file), advice));
    }
  }

  private static InputStream unpacked(BufferedInputStream raw) throws IOException {
    raw.mark(MAGIC);
    int first = raw.read();
    int second = raw.read();
    raw.reset();
    if (first == 0x1f && second == 0x8b) {
      return new GZIPInputStream(raw);
    }
    if (first == 'P' && second == 'K') {
      ZipInputStream zip = new ZipInputStream(raw);
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (!entry.isDirectory()) {
          return zip;
        }
      }
      throw new IOException("the zip has no entry");
    }
    return raw;
  }

  /// Name of the file without its endings.
  String name() {
    return file.getFileName().toString().replaceFirst("(?i)(\\.(csv|tsv|txt|gz|zip))+$", "");
  }
}
