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
/// @param fromNs UTC nanoseconds that a feed begins at, inclusive; a bar lies where it starts
/// @param toNs that it ends before
/// @param events that a feed gives
/// @param hidden rows of silver that are not on the tapes because a later file overlaps them
/// @param checksum of the events that a feed gives, 16 hexadecimal digits: the same for the same
///   events, whatever else is in the lake and however it came in
public record TapedDataset(
    Dataset dataset,
    List<Path> tapes,
    long fromNs,
    long toNs,
    long events,
    long hidden,
    String checksum) {
  public TapedDataset {
    tapes = List.copyOf(tapes);
  }

  /// The events in `[fromNs, toNs)`, oldest first.
  ///
  /// It throws a [LakeException] (BROKEN) when the tapes do not hold as many as they should.
  ///
  /// @param run instruments of the run, which must contain the dataset's
  public Feed feed(Instruments run) {
    return new Stretch(TapeFeed.of(tapes, run));
  }

  /// A feed between two instants. It knows how many events there are, so it need not read beyond
  /// the last one into the reader's cursor to find the end.
  private final class Stretch implements Feed {
    private final Feed feed;
    private long given;
    private boolean ended;

    Stretch(Feed feed) {
      this.feed = feed;
    }

    @Override
    public boolean next(EventCursor into) {
      if (given == events) {
        end();
        return false;
      }
      while (feed.next(into)) {
        if (isWithin(into)) {
          given++;
          return true;
        }
      }
      throw broken(given);
    }

    private void end() {
      EventCursor beyond = new EventCursor();
      if (!ended && feed.next(beyond) && isWithin(beyond)) {
        throw broken(events + 1);
      }
      ended = true;
    }

    @Override
    public void close() {
      feed.close();
    }
  }

  private boolean isWithin(EventCursor event) {
    long placeNs = event.placeNs();
    return placeNs >= fromNs && placeNs < toNs;
  }

  private LakeException broken(long found) {
    return new LakeException(
        LakeException.Problem.BROKEN,
        "tapes of %s must hold %d rows, but hold %d%s; delete them in %s, they are made again"
            .formatted(dataset, events, found, found > events ? " or more" : "", folder()));
  }

  private String folder() {
    return tapes.isEmpty() ? "the folder of tapes" : String.valueOf(tapes.getFirst().getParent());
  }
}
