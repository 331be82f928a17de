// Gives every component test the DOM matchers.
import "@testing-library/jest-dom/vitest";
