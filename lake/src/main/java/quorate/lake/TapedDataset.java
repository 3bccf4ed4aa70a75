package quorate.lake;

import java.nio.file.Path;
import java.util.List;
import quorate.domain.EventCursor;
import quorate.domain.Instruments;
import quorate.market.feed.Feed;
import quorate.market.tape.TapeFeed;

/// A dataset on tapes, ready to be read at full speed.
///
/// @param dataset what is on them
/// @param tapes in the order of time
/// @param fromNs UTC nanoseconds that a feed begins at, inclusive
/// @param toNs that it ends before
/// @param rows on the tapes; those outside `[fromNs, toNs)` included
/// @param hidden rows of silver that are not on the tapes because a later file overlaps them
/// @param checksum SHA-256 over what the tapes were made of: the same for the same tapes
public record TapedDataset(
    Dataset dataset,
    List<Path> tapes,
    long fromNs,
    long toNs,
    long rows,
    long hidden,
    String checksum) {
  public TapedDataset {
    tapes = List.copyOf(tapes);
  }

  /// The events in `[fromNs, toNs)`, oldest first.
  ///
  /// @param run instruments of the run, which must contain the dataset's
  public Feed feed(Instruments run) {
    return new Stretch(TapeFeed.of(tapes, run), fromNs, toNs);
  }

  /// A feed between two instants.
  private record Stretch(Feed feed, long fromNs, long toNs) implements Feed {
    @Override
    public boolean next(EventCursor into) {
      while (feed.next(into)) {
        if (into.timeNs >= toNs) {
          return false;
        }
        if (into.timeNs >= fromNs) {
          return true;
        }
      }
      return false;
    }

    @Override
    public void close() {
      feed.close();
    }
  }
}
