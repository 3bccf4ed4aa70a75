package quorate.market.tape;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import quorate.domain.EventCursor;
import quorate.domain.chance.Philox;

/// Tapes for tests, and what is read of them as text.
final class TapeExamples {
  private TapeExamples() {}

  static List<String> writeMixed(TapeWriter tape, int entries) {
    Philox chance = Philox.seeded(11);
    EventCursor event = new EventCursor();
    JournalCodec codec = new JournalCodec();
    List<String> written = new ArrayList<>();
    for (int i = 0; i < entries; i++) {
      switch (chance.nextInt(4)) {
        case 0 -> event.trade(0, i, chance.nextLong(), chance.nextLong());
        case 1 ->
            event.quote(
                0, i, chance.nextLong(), chance.nextLong(), chance.nextLong(), chance.nextLong());
        case 2 ->
            event.bar(
                0,
                chance.nextLong(),
                i,
                chance.nextLong(),
                chance.nextLong(),
                chance.nextLong(),
                chance.nextLong(),
                chance.nextLong());
        default -> {
          var entry = JournalExamples.any(chance);
          tape.append(entry);
          written.add(codec.decode(codec.encode(entry)).toString());
          continue;
        }
      }
      event.flags = chance.nextInt(1 << 16);
      tape.append(event);
      written.add(describe(event));
    }
    return written;
  }

  static void writeTrades(TapeWriter tape, int trades) {
    EventCursor event = new EventCursor();
    for (int i = 0; i < trades; i++) {
      event.trade(0, i, 320_000 + i, 1);
      tape.append(event);
    }
  }

  static List<String> readAll(Path file) {
    List<String> read = new ArrayList<>();
    EventCursor event = new EventCursor();
    try (TapeReader tape = TapeReader.open(file)) {
      while (tape.next()) {
        if (tape.isEvent()) {
          tape.event(event);
          read.add(describe(event));
        } else {
          read.add(tape.journal().toString());
        }
      }
    }
    return read;
  }

  static String describe(EventCursor event) {
    String fields =
        switch (event.kind) {
          case TRADE -> event.price + " " + event.quantity;
          case QUOTE -> event.bid() + " " + event.bidSize() + " " + event.ask() + event.askSize();
          case BAR ->
              "%d %d %d %d %d %d"
                  .formatted(
                      event.startNs,
                      event.price,
                      event.high,
                      event.low,
                      event.close,
                      event.quantity);
        };
    return event.kind + " " + event.timeNs + " " + event.flags + " " + fields;
  }

  static void flipBit(Path file, long at) throws IOException {
    flipBit(file, at, 2);
  }

  static void flipBit(Path file, long at, int bit) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      ByteBuffer one = ByteBuffer.allocate(1);
      channel.read(one, at);
      one.put(0, (byte) (one.get(0) ^ 1 << bit)).rewind();
      channel.write(one, at);
    }
  }
}
