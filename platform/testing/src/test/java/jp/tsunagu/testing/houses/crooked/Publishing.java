package jp.tsunagu.testing.houses.crooked;

import jp.tsunagu.contracts.IntakeMessage;

record Publishing(IntakeMessage.PersonRecorded message) {}
