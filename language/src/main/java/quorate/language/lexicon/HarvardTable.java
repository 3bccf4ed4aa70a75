package quorate.language.lexicon;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import quorate.language.lexicon.Term.Role;

/// Reads tables in the form of the General Inquirer's Harvard IV-4: a row a sense of a word
/// (`ABOUT#1`), columns `Entry`, `Positiv` and `Negativ`, filled where the sense belongs to the
/// category. The table itself is not part of Quorate.
///
/// A word is +1 when more of its senses are positive than negative, −1 when fewer; there is no
/// negation and no intensity, so a text's score is positive minus negative words, as the table is
/// commonly used.
public final class HarvardTable {
  private static final int GZIP_FIRST = 0x1f;

  private HarvardTable() {}

  /// @param file comma-separated, plain or packed with gzip
  /// @throws IllegalArgumentException when a column is missing, or no word has a polarity
  public static Lexicon read(Path file) throws IOException {
    Map<String, Integer> senses = new TreeMap<>();
    try (BufferedReader in =
        new BufferedReader(new InputStreamReader(unpacked(file), StandardCharsets.ISO_8859_1))) {
      String header = in.readLine();
      List<String> columns = header == null ? List.of() : Arrays.asList(header.split(",", -1));
      int entry = column(file, columns, "Entry");
      int positive = column(file, columns, "Positiv");
      int negative = column(file, columns, "Negativ");
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String[] cells = line.split(",", -1);
        if (cells.length > Math.max(entry, Math.max(positive, negative))) {
          String word = cells[entry].replaceFirst("#.*$", "").toLowerCase(Locale.ROOT);
          int polarity = (cells[positive].isBlank() ? 0 : 1) - (cells[negative].isBlank() ? 0 : 1);
          senses.merge(word, polarity, Integer::sum);
        }
      }
    }
    Lexicon.Builder lexicon = new Lexicon.Builder();
    senses.forEach((word, balance) -> {
      if (balance != 0) {
        lexicon.add(Role.POLAR, word, Integer.signum(balance));
      }
    });
    Lexicon built = lexicon.build();
    if (built.size() == 0) {
      throw new IllegalArgumentException(
          file + ": a table of words must have some that are positive or negative, but has none");
    }
    return built;
  }

  private static int column(Path file, List<String> columns, String name) {
    int place = columns.indexOf(name);
    if (place < 0) {
      throw new IllegalArgumentException(
          "%s: column \"%s\" must be there, but is not; is it a table of the General Inquirer?"
              .formatted(file, name));
    }
    return place;
  }

  private static InputStream unpacked(Path file) throws IOException {
    InputStream bytes = new BufferedInputStream(Files.newInputStream(file));
    bytes.mark(1);
    int first = bytes.read();
    bytes.reset();
    return first == GZIP_FIRST ? new GZIPInputStream(bytes) : bytes;
  }
}
