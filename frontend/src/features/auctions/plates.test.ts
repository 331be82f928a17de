// A phone fetches the picture it can show, not the one a large screen needs.
import { expect, test } from "vitest";
import { platesOf } from "./plates";

const image = { n: 1, url: "/media/a.webp", thumb_url: "/media/a-800.webp", small_url: "/media/a-400.webp", width: 1000, height: 1600 };

test("a picture tells the width of each of its sizes, whose longer side is fixed", () => {
  expect(platesOf({ images: [image], image_url: "" })[0]?.widths).toBe("/media/a-400.webp 250w, /media/a-800.webp 500w, /media/a.webp 1000w");
});

test("a card is offered nothing larger than a thumbnail, however tall the picture", () => {
  expect(platesOf({ images: [image], image_url: "" })[0]?.cardWidths).toBe("/media/a-400.webp 250w, /media/a-800.webp 500w");
});

test("a small picture is not said to be larger than it is", () => {
  expect(platesOf({ images: [{ ...image, width: 600, height: 300 }], image_url: "" })[0]?.widths).toBe("/media/a-400.webp 400w, /media/a-800.webp 600w, /media/a.webp 600w");
});

test("foreign addresses are no pictures of this house", () => {
  expect(platesOf({ images: [{ ...image, url: "https://elsewhere.example/a.webp" }], image_url: "/media/b.webp" })).toEqual([
    { url: "/media/b.webp", thumb: "/media/b.webp", small: "/media/b.webp", widths: null, cardWidths: null },
  ]);
});
