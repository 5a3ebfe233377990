/** The running service, asked as the world asks it. */
@org.jspecify.annotations.NullMarked
package jp.tsunagu.directory.door;
