package quorate.lake;

import java.nio.file.Path;
import java.util.List;
import quorate.domain.EventCursor;
import quorate.domain.Instruments;
import quorate.lake.store.LakeException;
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
  /// Where it comes to the end of the tapes it throws a [LakeException] (BROKEN) when they did not
  /// hold as many rows as they should.
  ///
  /// @param run instruments of the run, which must contain the dataset's
  public Feed feed(Instruments run) {
    return new Stretch(TapeFeed.of(tapes, run));
  }

  /// A feed between two instants.
  private final class Stretch implements Feed {
    private final Feed feed;
    private long read;

    Stretch(Feed feed) {
      this.feed = feed;
    }

    @Override
    public boolean next(EventCursor into) {
      while (feed.next(into)) {
        read++;
        if (into.timeNs >= toNs) {
          return false;
        }
        if (into.timeNs >= fromNs) {
          return true;
        }
      }
      if (read != rows) {
        throw new LakeException(
            LakeException.Problem.BROKEN,
            "tapes of %s must hold %d rows, but hold %d; delete them in %s, they are made again"
                .formatted(dataset, rows, read, folder()));
      }
      return false;
    }

    @Override
    public void close() {
      feed.close();
    }
  }

  private String folder() {
    return tapes.isEmpty() ? "the folder of tapes" : String.valueOf(tapes.getFirst().getParent());
  }
}
