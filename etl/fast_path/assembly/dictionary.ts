import { lowBytes, sameBytes } from './bytes';
import { DOMAINS, Domain } from './domains';
import {
  DICTIONARIES,
  DICTIONARY_BYTES,
  MEMBER_BYTES,
  MEMBER_HEAP,
  MEMBER_HEAP_END,
  MEMBERS,
  MOST_MEMBERS,
  SLOT_BYTES,
  SLOTS,
} from './memory_map';
import { refuse } from './refusal';

/** A place of a hash table; a tag of 0 is an empty one. */
@unmanaged
class Slot {
  tag: u32;
  member: u32;
}

/** A member: where its bytes are, and the slot that points at it. Read by the host, too. */
@unmanaged
class Member {
  start: u32;
  length: u32;
  slot: u32;
}

/** Slots that are tried before a dictionary counts as full: hashes that were made to collide cost no more. */
const MOST_TRIES = 64;

/** Members of each domain, in all and before the current graph. */
const counts = new StaticArray<u32>(DOMAINS);
const marks = new StaticArray<u32>(DOMAINS);
let heapEnd: usize = MEMBER_HEAP;
let heapMark: usize = MEMBER_HEAP;

/** Number of members of a domain. */
export function memberCount(domain: Domain): u32 {
  return counts[domain];
}

/** The member that has these bytes, made when they come first. */
export function intern(domain: Domain, start: usize, length: usize): u32 {
  const hash = hashOf(start, length);
  const tag = <u32>hash | 1;
  const table: usize = DICTIONARIES + domain * DICTIONARY_BYTES;
  let number = <u32>(hash >> 40) & (SLOTS - 1);
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const slot = changetype<Slot>(table + number * SLOT_BYTES);
    if (slot.tag === 0) return addMember(domain, slot, tag, start, length);
    if (slot.tag === tag) {
      const member = memberAt(domain, slot.member);
      if (<usize>member.length === length && sameBytes(member.start, start, length)) return slot.member;
    }
    number = (number + 1) & (SLOTS - 1);
  }
  refuse();
  return 0;
}

function memberAt(domain: Domain, number: u32): Member {
  return changetype<Member>(DICTIONARIES + domain * DICTIONARY_BYTES + MEMBERS + number * MEMBER_BYTES);
}

function addMember(domain: Domain, slot: Slot, tag: u32, start: usize, length: usize): u32 {
  const number = counts[domain];
  if (number === MOST_MEMBERS || heapEnd + length + 8 > <usize>MEMBER_HEAP_END) refuse();
  counts[domain] = number + 1;
  slot.tag = tag;
  slot.member = number;
  const member = memberAt(domain, number);
  member.start = <u32>heapEnd;
  member.length = <u32>length;
  member.slot = <u32>changetype<usize>(slot);
  memory.copy(heapEnd, start, length);
  heapEnd += (length + 7) & ~7;
  return number;
}

const FIRST_FACTOR: u64 = 0x165667b19e3779;
const SECOND_FACTOR: u64 = 0x1b873593cc9e2d;

/** Eight bytes at a time, each mixed into the high and the low half. */
function hashOf(start: usize, length: usize): u64 {
  let hash: u64 = (<u64>length + 1) * FIRST_FACTOR;
  while (length >= 8) {
    hash = mixed(hash, load<u64>(start));
    start += 8;
    length -= 8;
  }
  return length === 0 ? hash : mixed(hash, load<u64>(start) & lowBytes(length));
}

function mixed(hash: u64, word: u64): u64 {
  const product = (hash ^ word) * SECOND_FACTOR;
  return product ^ (product >> 32);
}

/** Remembers what the dictionaries hold: the current graph starts. */
export function markDictionaries(): void {
  for (let domain = 0; domain < DOMAINS; domain++) marks[domain] = counts[domain];
  heapMark = heapEnd;
}

/** Forgets the members that the current graph brought, the last first: so that no chain of slots breaks. */
export function restoreDictionaries(): void {
  for (let domain = 0; domain < DOMAINS; domain++) forgetMembers(domain, marks[domain]);
  heapEnd = heapMark;
}

/** Forgets all members. */
export function clearDictionaries(): void {
  for (let domain = 0; domain < DOMAINS; domain++) forgetMembers(domain, 0);
  heapEnd = MEMBER_HEAP;
}

function forgetMembers(domain: Domain, kept: u32): void {
  while (counts[domain] > kept) {
    const number = counts[domain] - 1;
    changetype<Slot>(<usize>memberAt(domain, number).slot).tag = 0;
    counts[domain] = number;
  }
}
