package jp.tsunagu.referral;

import java.time.LocalDate;

import jp.tsunagu.contracts.Party;

/** 近況確認: on this day this worker asks how the person is. */
public record CheckIn(String id, LocalDate dueOn, Party by) {}
