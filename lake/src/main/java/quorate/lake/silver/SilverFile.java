package quorate.lake.silver;

import java.nio.file.Path;
import quorate.lake.store.SilverPart;

/// One silver file of a series that counts.
///
/// @param path on this machine
/// @param commit number of the commit it belongs to; its name begins with it
/// @param checksum SHA-256 of its bytes
/// @param part what it holds
public record SilverFile(Path path, long commit, String checksum, SilverPart part) {
  /// Whether it is older than another file and their times overlap.
  boolean isCutBy(SilverFile newer) {
    return commit < newer.commit && part.overlaps(newer.part);
  }
}
