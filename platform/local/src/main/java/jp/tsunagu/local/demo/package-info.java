/**
 * What a laptop shows on its first start: clearly fictional people with a case in every state, made through the same door
 * everybody uses. Every request has a fixed key, so seeding that was interrupted goes on where it stopped and a second
 * seeding changes nothing.
 */
@NullMarked
package jp.tsunagu.local.demo;

import org.jspecify.annotations.NullMarked;
