// Tailwind is the only stylesheet compiler of this frontend.
export default { plugins: { "@tailwindcss/postcss": {} } };
