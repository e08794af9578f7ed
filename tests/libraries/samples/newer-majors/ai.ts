import 'ai-7';
