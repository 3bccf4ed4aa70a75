package quorate.lake.store;

import java.util.Optional;

/// One file that a commit put into the lake or relies on.
///
/// @param path relative to the lake, with `/`
/// @param role what it is for
/// @param bytes its size
/// @param checksum SHA-256 of its bytes
/// @param part what it holds, for silver files
public record StoredFile(
    String path, Role role, long bytes, String checksum, Optional<SilverPart> part) {
  /// What a stored file is for.
  public enum Role {
    /// The input, byte for byte as received.
    BRONZE,
    /// Who gave the input, when and for what.
    RECEIPT,
    /// Its rejected rows.
    QUARANTINE,
    /// Its accepted rows.
    SILVER
  }

  public StoredFile {
    if (part.isPresent() != (role == Role.SILVER)) {
      throw new IllegalArgumentException(
          "silver files and only they say what they hold, but %s %s does not fit"
              .formatted(role, path));
    }
  }
}
