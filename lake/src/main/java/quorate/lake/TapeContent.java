package quorate.lake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// What is on a tape, as the note beside it says, so that a whole tape need not be read to be
/// known.
///
/// @param lineage what the tape was made of
/// @param rows on the tape
/// @param hidden rows of silver that are not, because a later file overlaps them
/// @param firstNs where its first event lies
/// @param lastNs where its last one lies
/// @param sum the events' [EventChecksum]
record TapeContent(String lineage, long rows, long hidden, long firstNs, long lastNs, long sum) {
  private static final int WORDS = 6;

  boolean isWithin(long fromNs, long toNs) {
    return firstNs >= fromNs && lastNs < toNs;
  }

  boolean reaches(long fromNs, long toNs) {
    return rows > 0 && lastNs >= fromNs && firstNs < toNs;
  }

  private static Path note(Path tape) {
    return tape.resolveSibling(tape.getFileName() + ".content");
  }

  /// @return null when there is no note, or none that can be read: the tape is made again
  static @Nullable TapeContent read(Path tape) {
    try {
      String[] words = Files.readString(note(tape)).strip().split(" ", -1);
      return words.length == WORDS
          ? new TapeContent(
              words[0],
              Long.parseLong(words[1]),
              Long.parseLong(words[2]),
              Long.parseLong(words[3]),
              Long.parseLong(words[4]),
              HexFormat.fromHexDigitsToLong(words[5]))
          : null;
    } catch (IOException | IllegalArgumentException e) {
      return null;
    }
  }

  /// Seen whole or not at all.
  void write(Path tape) throws IOException {
    Path note = note(tape);
    Path half = note.resolveSibling(note.getFileName() + "." + ProcessHandle.current().pid());
    Files.writeString(
        half,
        "%s %d %d %d %d %s\n"
            .formatted(lineage, rows, hidden, firstNs, lastNs, HexFormat.of().toHexDigits(sum)));
    Files.move(half, note, StandardCopyOption.ATOMIC_MOVE);
  }
}
