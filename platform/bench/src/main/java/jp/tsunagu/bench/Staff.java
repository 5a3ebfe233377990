package jp.tsunagu.bench;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jp.tsunagu.identity.account.Account;
import jp.tsunagu.identity.account.Accounts;
import jp.tsunagu.identity.account.Client;
import jp.tsunagu.local.LocalSystem;
import jp.tsunagu.local.demo.MachineLogIn;

/** Everybody who works in the demo's fifteen organisations, each with a machine that acts for them. */
record Staff(List<String> workers) {
  static Staff of(LocalSystem system) {
    var accounts = system.part("identity").getBean(Accounts.class);
    List<String> workers = IntStream.rangeClosed(1, 15).mapToObj("org%02d"::formatted)
        .flatMap(o -> Stream.of(o + "-1", o + "-2", o + "-m")).toList();
    for (String worker : workers) {
      Account account = accounts.find(worker).orElseThrow();
      accounts.save(Client.machine(worker, accounts.hash(MachineLogIn.SECRET), account.organisation(), worker, account.roles()));
    }
    return new Staff(workers);
  }

  static String organisation(String worker) {
    return worker.substring(0, worker.indexOf('-'));
  }

  /** Round and round, so that all have as much to do. */
  String at(int turn) {
    return workers.get(turn % workers.size());
  }
}
